package id.warta.newsroom;

import java.time.Duration;
import java.time.Instant;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.eventlog.DueWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is due is published once, with one event, however many nodes look at it.
 */
@IntegrationTest
@Import(TestContent.class)
class DueArticlesIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/** Past each schedule here, and still far ahead of the timer that runs meanwhile. */
	private static final Instant LONG_AFTER = Instant.parse("2099-01-01T00:00:00Z");

	private static final String ANNOUNCED = """
			select count(*) || ' ' || count(distinct subject_id) from event_log e join article a on a.id = e.subject_id
			where kind = 'ARTICLE_PUBLISHED' and occurred_at >= a.created_at""";

	@Autowired
	private TestContent content;

	@Autowired
	private DuePublication publication;

	@Autowired
	private EmbargoEnd embargoEnd;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void manyNodesPublishEachArticleOnce() {
		this.content.run("""
				insert into article (slug, title, status, published_at)
				select 's' || i, 'T', 'SCHEDULED', timestamptz '2098-01-01T00:00:00Z' from generate_series(1, 30) i""");
		assertThat(onManyNodes(this.publication)).isEqualTo(30);
		assertThat(this.content.one(ANNOUNCED)).isEqualTo("30 30");
		assertThat(this.content.one("select count(*) from article where visible")).isEqualTo("30");
		assertThat(this.content.one("select sum(delta) from article_tally where list = 'site'")).isEqualTo("30");
	}

	@Test
	void whatIsUnderEmbargoIsPublishedSilently() {
		this.content.run("""
				insert into article (slug, title, status, published_at, embargo_until)
				values ('s', 'T', 'SCHEDULED', '2098-01-01', '2099-06-01')""");
		assertThat(onManyNodes(this.publication)).isEqualTo(1);
		assertThat(this.content.one("select status || ' ' || visible from article")).isEqualTo("PUBLISHED false");
		assertThat(this.content.one(ANNOUNCED)).isEqualTo("0 0");
	}

	@Test
	void theEndOfAnEmbargoIsAnnouncedOnce() {
		this.content.run("""
				insert into article (slug, title, status, published_at, embargo_until)
				select 's' || i, 'T', 'PUBLISHED', now(), now() + interval '1 second' from generate_series(1, 5) i""");
		Flux.interval(Duration.ofMillis(100), Schedulers.boundedElastic())
			.doOnNext((tick) -> onManyNodes(this.embargoEnd))
			.filter((tick) -> "5".equals(this.content.one("select count(*) from article where visible")))
			.blockFirst(LIMIT);
		assertThat(this.content.one(ANNOUNCED)).isEqualTo("5 5");
	}

	private int onManyNodes(DueWork work) {
		Integer done = Flux.range(0, 6)
			.flatMap((node) -> work.run(LONG_AFTER).repeat().takeWhile((count) -> count > 0), 6)
			.reduce(0, Integer::sum)
			.block(LIMIT);
		return (done != null) ? done : 0;
	}

}

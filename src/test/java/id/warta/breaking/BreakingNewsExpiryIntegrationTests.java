package id.warta.breaking;

import java.time.Duration;
import java.time.Instant;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However many nodes look at the same time, each flash ends once.
 */
@IntegrationTest
@Import(TestContent.class)
class BreakingNewsExpiryIntegrationTests {

	private static final Instant LONG_AFTER = Instant.parse("2099-01-01T00:00:00Z");

	private static final String ENDS = """
			select count(*) || ' ' || count(distinct subject_id) from event_log e join article a on a.id = e.subject_id
			where kind = 'BREAKING_ENDED' and occurred_at >= a.created_at""";

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNewsExpiry expiry;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void manyNodesEndEachFlashOnce() {
		flashes(40, "2098-01-01T00:00:00Z");
		Integer ended = Flux.range(0, 8)
			.flatMap((node) -> this.expiry.run(LONG_AFTER).repeat().takeWhile((count) -> count > 0), 8)
			// What another timer holds at the moment is passed over
			.repeat()
			.scan(0, Integer::sum)
			.filter((all) -> all >= 40)
			.blockFirst(Duration.ofSeconds(30));
		assertThat(ended).isEqualTo(40);
		assertThat(this.content.one("select count(*) from article where breaking_until is not null")).isEqualTo("0");
		assertThat(this.content.one(ENDS)).isEqualTo("40 40");
		assertThat(this.content.one("select max(revision) from article")).isEqualTo("1");
	}

	@Test
	void whatIsNotOverIsLeftAlone() {
		flashes(1, "2100-01-01T00:00:00Z");
		assertThat(this.expiry.run(LONG_AFTER).block()).isZero();
		assertThat(this.content.one(ENDS)).isEqualTo("0 0");
	}

	@Test
	void theTimerEndsAFlashByItself() {
		flashes(1, "2000-01-01T00:00:00Z");
		String ends = Flux.interval(Duration.ofMillis(100), Schedulers.boundedElastic())
			.map((tick) -> this.content.one(ENDS))
			.filter("1 1"::equals)
			.blockFirst(Duration.ofSeconds(30));
		assertThat(ends).isEqualTo("1 1");
	}

	private void flashes(int count, String until) {
		this.content.run("""
				insert into article (slug, title, status, published_at, breaking_until)
				select 's' || i, 'T', 'PUBLISHED', now(), timestamptz '%s' from generate_series(1, %d) i"""
			.formatted(until, count));
	}

}

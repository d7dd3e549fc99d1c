package id.warta.newsroom;

import java.time.Duration;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestNodes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes with five hundred articles due at once publish each of them once.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
class ManySchedulesIntegrationTests {

	private static final int ARTICLES = 500;

	private static final Duration LIMIT = Duration.ofMinutes(2);

	@Autowired
	private TestContent content;

	@Test
	void eachIsPublishedOnceWithOneEvent() {
		this.content.clear();
		String head = this.content.one("select position from event_log_head");
		try (ConfigurableApplicationContext other = TestNodes.start()) {
			assertThat(other.isRunning()).isTrue();
			this.content.run("""
					insert into article (slug, title, status, published_at)
					select 'due-' || n, 'T', 'SCHEDULED', date_trunc('second', clock_timestamp()) + interval '3 seconds'
					from generate_series(1, %d) n""".formatted(ARTICLES));
			Awaitility.await()
				.atMost(LIMIT)
				.until(() -> "0".equals(this.content.one("select count(*) from article where status = 'SCHEDULED'")));
		}
		assertThat(this.content.one("""
				select count(*) || ' ' || count(distinct subject_id) from event_log
				where kind = 'ARTICLE_PUBLISHED' and position > %s""".formatted(head)))
			.isEqualTo(ARTICLES + " " + ARTICLES);
		assertThat(this.content.one("""
				select count(*) from event_log e join article a on a.id = e.subject_id
				where e.kind = 'ARTICLE_PUBLISHED' and e.position > %s and e.occurred_at < a.published_at"""
			.formatted(head))).isEqualTo("0");
		System.out.println("Milliseconds until the first, half and all were published: " + this.content
			.one("""
					select string_agg(round(extract(epoch from p) * 1000)::text, ', ') from (
					    select unnest(percentile_disc(array[0, 0.5, 1]) within group (order by e.occurred_at - a.published_at)) as p
					    from event_log e join article a on a.id = e.subject_id
					   where e.kind = 'ARTICLE_PUBLISHED' and e.position > %s) late"""
				.formatted(head)));
	}

}

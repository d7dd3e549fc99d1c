package id.warta.viewcount;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ViewsIntegrationTests {

	@Autowired
	private Views views;

	@Autowired
	private Scripts scripts;

	@Autowired
	private ViewLedger ledger;

	@Autowired
	private WaitingViews waiting;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveStringRedisTemplate redis;

	@Test
	void aViewCountsOncePerVisitorAndWindow() {
		long article = TestArticles.published(this.database);
		Flux.concat(this.views.record(article, "visitor-1"), this.views.record(article, "visitor-1"),
				this.views.record(article, "visitor-2"))
			.as(StepVerifier::create)
			.expectNext(ViewOutcome.COUNTED, ViewOutcome.ALREADY_COUNTED, ViewOutcome.COUNTED)
			.verifyComplete();
		assertThat(count(article)).isEqualTo(2);
	}

	@Test
	void aVisitorCountsForEachArticle() {
		List<Long> articles = TestArticles.published(this.database, 2 * Shard.COUNT);
		Flux.fromIterable(articles).flatMap((article) -> this.views.record(article, "visitor-1")).blockLast();
		assertThat(this.views.counts(articles).block()).hasSize(2 * Shard.COUNT)
			.allSatisfy((article, count) -> assertThat(count).isEqualTo(1));
	}

	@Test
	void aVisitorCountsAgainWhenTheWindowIsOver() {
		long article = TestArticles.published(this.database);
		Views shortly = new Views(new ViewCounter(this.scripts, Duration.ofMillis(50)), this.waiting, this.ledger);
		assertThat(shortly.record(article, "visitor-1").block()).isEqualTo(ViewOutcome.COUNTED);
		Mono.defer(() -> shortly.record(article, "visitor-1"))
			.filter(ViewOutcome.COUNTED::equals)
			.switchIfEmpty(Mono.error(() -> new AssertionError("still in the window")))
			.retryWhen(Retry.fixedDelay(500, Duration.ofMillis(10)))
			.block();
		assertThat(count(article)).isEqualTo(2);
	}

	@Test
	void whatReadersMayNotSeeIsNotCounted() {
		long withdrawn = TestArticles.withdrawn(this.database);
		Flux.concat(this.views.record(withdrawn, "visitor-1"), this.views.record(Long.MAX_VALUE, "visitor-1"))
			.as(StepVerifier::create)
			.expectNext(ViewOutcome.NO_SUCH_ARTICLE, ViewOutcome.NO_SUCH_ARTICLE)
			.verifyComplete();
		assertThat(count(withdrawn)).isZero();
	}

	@Test
	void articlesThatNobodyReadHaveNone() {
		assertThat(this.views.counts(List.of(Long.MAX_VALUE)).block()).isEqualTo(Map.of(Long.MAX_VALUE, 0L));
	}

	@Test
	void aRedisThatForgotTheScriptsIsTaughtThemAgain() {
		long article = TestArticles.published(this.database);
		this.redis.execute((connection) -> connection.scriptingCommands().scriptFlush()).blockLast();
		assertThat(this.views.record(article, "visitor-1").block()).isEqualTo(ViewOutcome.COUNTED);
		assertThat(count(article)).isEqualTo(1);
	}

	@Test
	void nothingOfTheVisitorIsKeptButADigest() {
		long article = TestArticles.published(this.database);
		this.views.record(article, "visitor-1").block();
		List<String> keys = this.redis.keys("warta:*seen:" + article + ":*").collectList().block();
		assertThat(keys).singleElement().asString().doesNotContain("visitor-1").hasSizeLessThan(60);
		assertThat(this.redis.getExpire(keys.get(0)).block()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(30));
	}

	private long count(long article) {
		return this.views.counts(List.of(article)).block().get(article);
	}

}

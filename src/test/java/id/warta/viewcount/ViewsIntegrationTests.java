package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
	private ViewRing ring;

	@Autowired
	private Scripts scripts;

	@Autowired
	private VisibleArticles visible;

	@Autowired
	private NewestBatches newest;

	@Autowired
	private DailySalt salt;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveStringRedisTemplate redis;

	@Test
	void aViewCountsOncePerVisitorAndWindow() {
		long article = TestArticles.published(this.database);
		Flux.concat(this.ring.record(TestViews.of(article, "visitor-1")),
				this.ring.record(TestViews.of(article, "visitor-1")),
				this.ring.record(TestViews.of(article, "visitor-2")))
			.as(StepVerifier::create)
			.expectNext(ViewOutcome.COUNTED, ViewOutcome.ALREADY_COUNTED, ViewOutcome.COUNTED)
			.verifyComplete();
		assertThat(count(article)).isEqualTo(2);
	}

	@Test
	void aVisitorCountsForEachArticle() {
		List<Long> articles = TestArticles.published(this.database, 2 * Shard.COUNT);
		Flux.fromIterable(articles)
			.flatMap((article) -> this.ring.record(TestViews.of(article, "visitor-1")))
			.blockLast();
		assertThat(this.views.counts(articles).block()).hasSize(2 * Shard.COUNT)
			.allSatisfy((article, count) -> assertThat(count).isEqualTo(1));
	}

	@Test
	void aVisitorCountsAgainWhenTheWindowIsOver() {
		long article = TestArticles.published(this.database);
		ViewRecorder shortly = new ViewRecorder(this.visible, this.newest, this.salt,
				new ViewCounter(this.scripts, TestViews.properties(Duration.ofMillis(50))), InstantSource.system());
		assertThat(shortly.record(TestViews.of(article, "visitor-1"), false).block()).isEqualTo(ViewOutcome.COUNTED);
		Mono.defer(() -> shortly.record(TestViews.of(article, "visitor-1"), false))
			.filter(ViewOutcome.COUNTED::equals)
			.switchIfEmpty(Mono.error(() -> new AssertionError("still in the window")))
			.retryWhen(Retry.fixedDelay(500, Duration.ofMillis(10)))
			.block();
		assertThat(count(article)).isEqualTo(2);
	}

	@Test
	void whatReadersMayNotSeeIsNotCounted() {
		long withdrawn = TestArticles.withdrawn(this.database);
		Flux.concat(this.ring.record(TestViews.of(withdrawn, "visitor-1")),
				this.ring.record(TestViews.of(Long.MAX_VALUE, "visitor-1")))
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
		assertThat(this.ring.record(TestViews.of(article, "visitor-1")).block()).isEqualTo(ViewOutcome.COUNTED);
		assertThat(count(article)).isEqualTo(1);
	}

	@Test
	void nothingOfTheVisitorIsKeptButADigest() {
		long article = TestArticles.published(this.database);
		this.ring.record(TestViews.of(article, "visitor-1")).block();
		List<String> keys = this.redis.keys("warta:*seen:" + article + ":*").collectList().block();
		assertThat(keys).singleElement().asString().doesNotContain("visitor-1").hasSizeLessThan(60);
		assertThat(this.redis.getExpire(keys.get(0)).block()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(30));
	}

	@Test
	void madeUpIdsFromOneAddressCountAsManyAsALimitSays() {
		long article = TestArticles.published(this.database);
		Reader reader = TestViews.reader("203.0.113.9");
		Instant now = Instant.now();
		Map<ViewOutcome, Long> outcomes = Flux.range(0, 10_000)
			.flatMap((i) -> this.ring
				.record(new View(ArticleKey.id(article), new Visitor("made-up-" + i), reader, ViewSource.DIRECT, now)))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.block();
		assertThat(outcomes).isEqualTo(Map.of(ViewOutcome.COUNTED, 1000L, ViewOutcome.TOO_MANY_VISITORS, 9000L));
		assertThat(count(article)).isEqualTo(1000);
		assertThat(this.ring.record(TestViews.of(article, "visitor-1")).block()).isEqualTo(ViewOutcome.COUNTED);
	}

	@Test
	void viewsThatComeLateCountAsOfWhenTheyWere() {
		long article = TestArticles.published(this.database);
		Instant now = Instant.now();
		Flux.just(now, now.minusSeconds(1700), now.minusSeconds(1900), now.minusSeconds(1900), now.minusSeconds(900),
				now.plusSeconds(1000))
			.concatMap((at) -> this.ring.record(TestViews.of(article, "visitor-1", at)))
			.as(StepVerifier::create)
			.expectNext(ViewOutcome.COUNTED, ViewOutcome.ALREADY_COUNTED, ViewOutcome.COUNTED,
					ViewOutcome.ALREADY_COUNTED, ViewOutcome.ALREADY_COUNTED, ViewOutcome.ALREADY_COUNTED)
			.verifyComplete();
	}

	private long count(long article) {
		return this.views.counts(List.of(article)).block().get(article);
	}

}

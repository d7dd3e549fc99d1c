package id.warta.viewcount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@IntegrationTest(properties = { "warta.views.flush-interval=1h", "spring.data.redis.timeout=10s" })
class ViewFlushIntegrationTests {

	@Autowired
	private Views views;

	@Autowired
	private ViewRing ring;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private ViewFlights flights;

	@Autowired
	private ViewLedger ledger;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveStringRedisTemplate redis;

	private long article;

	private Shard shard;

	private int visitors;

	@BeforeEach
	void startWithNothingWaiting() {
		this.article = TestArticles.published(this.database);
		this.shard = Shard.of(this.article);
		this.flush.run().then(this.flush.run()).block();
	}

	@Test
	void whatWasCountedIsCarriedOver() {
		view(3);
		assertThat(held()).isZero();
		this.flush.run().block();
		assertThat(held()).isEqualTo(3);
		assertThat(count()).isEqualTo(3);
		view(2);
		this.flush.run().block();
		this.flush.run().block();
		assertThat(held()).isEqualTo(5);
		assertThat(count()).isEqualTo(5);
	}

	@Test
	void aNodeThatDiesWithABatchInHandsLosesNothing() {
		view(3);
		this.flights.take(this.shard).block();
		view(2);
		assertThat(count()).isEqualTo(5);
		this.flush.run().then(this.flush.run()).block();
		assertThat(held()).isEqualTo(5);
		assertThat(count()).isEqualTo(5);
	}

	@Test
	void aNodeThatDiesBeforeItForgetsDoublesNothing() {
		view(3);
		this.ledger.record(this.flights.take(this.shard).block()).block();
		view(2);
		assertThat(count()).isEqualTo(5);
		this.flush.run().then(this.flush.run()).block();
		assertThat(held()).isEqualTo(5);
		assertThat(count()).isEqualTo(5);
	}

	@Test
	void aBatchThatTwoNodesRecordAtOnceIsAddedOnce() {
		view(3);
		Batch batch = this.flights.take(this.shard).block();
		List<Boolean> added = Flux.range(0, 4).flatMap((node) -> this.ledger.record(batch)).collectList().block();
		assertThat(added).containsExactlyInAnyOrder(true, false, false, false);
		assertThat(held()).isEqualTo(3);
	}

	@Test
	void aLateNodeForgetsNoNewerBatch() {
		view(3);
		Batch old = this.flights.take(this.shard).block();
		this.flush.run().block();
		view(2);
		this.flights.take(this.shard).block();
		this.ledger.record(old).then(this.flights.forget(old)).block();
		assertThat(count()).isEqualTo(5);
		this.flush.run().block();
		assertThat(held()).isEqualTo(5);
	}

	@Test
	void aBatchOfAnySizeIsCarriedOver() {
		int articles = 2_500;
		List<Long> ids = this.database.sql("""
				insert into article (id, slug, title, status, published_at)
				select i, 'berita-' || i, 'Berita', 'PUBLISHED', now()
				from (select 2000000000 + :shard + :shards * n as i from generate_series(1, :articles) n) k
				returning id""")
			.bind("shard", this.shard.number() - Shard.of(2_000_000_000).number())
			.bind("shards", Shard.COUNT)
			.bind("articles", articles)
			.mapValue(Long.class)
			.all()
			.collectList()
			.block();
		view(1);
		Map<String, String> fields = new HashMap<>();
		ids.forEach((id) -> {
			fields.put(id.toString(), "2");
			fields.put(id + ":SEARCH", "2");
			fields.put(id + ":2026-08", "1");
		});
		this.redis.opsForHash().putAll(this.shard.pending(), fields).block();
		assertThat(ids).extracting(Shard::of).containsOnly(this.shard);
		this.flush.run().block();
		assertThat(this.ledger.of(ids).map(Recorded::views).collectList().block()).hasSize(articles).containsOnly(2L);
		assertThat(this.ledger.visitors(ids).block()).as("nobody is remembered of these").isEmpty();
		assertThat(held()).isEqualTo(1);
		Batch again = this.flights.take(this.shard).block();
		assertThat(again).isNull();
	}

	@Test
	void aShardThatCanNotBeCarriedOverKeepsNoOther() {
		long other = TestArticles.published(this.database, 2)
			.stream()
			.filter((article) -> !Shard.of(article).equals(this.shard))
			.findFirst()
			.orElseThrow();
		this.ring.record(TestViews.of(other, "visitor-1")).block();
		view(1);
		this.redis.opsForHash().put(this.shard.pending(), "nonsense", "1").block();
		assertThatException().isThrownBy(this.flush.run()::block);
		assertThat(this.ledger.of(List.of(other)).single().block().views()).isEqualTo(1);
		assertThat(held()).isZero();
		this.redis.opsForHash().remove(this.shard.flight(), "nonsense").block();
		this.flush.run().block();
		assertThat(held()).isEqualTo(1);
	}

	@Test
	void viewsOfADeletedArticleAreLeftOut() {
		long gone = TestArticles.published(this.database, Shard.COUNT)
			.stream()
			.filter((other) -> Shard.of(other).equals(this.shard))
			.findFirst()
			.orElseThrow();
		this.ring.record(TestViews.of(gone, "visitor-1")).block();
		view(3);
		this.database.sql("delete from article where id = :id").bind("id", gone).then().block();
		this.flush.run().block();
		assertThat(held()).isEqualTo(3);
		assertThat(this.flights.take(this.shard).blockOptional()).isEmpty();
	}

	@Test
	void aRedisThatLostItsMemoryCountsOnFromWhatPostgresHolds() {
		RedisCrashes redisCrashes = new RedisCrashes(this.redis, List.of(this.article));
		view(3);
		this.flush.run().block();
		view(1);
		redisCrashes.loseAll();
		assertThat(count()).isEqualTo(3);
		view(2);
		assertThat(count()).isEqualTo(5);
		this.flush.run().block();
		assertThat(held()).isEqualTo(5);
	}

	@Test
	void aBatchThatRedisForgotOnItsWayHidesNoNewOne() {
		RedisCrashes redisCrashes = new RedisCrashes(this.redis, List.of(this.article));
		view(3);
		Batch onItsWay = this.flights.take(this.shard).block();
		redisCrashes.loseAll();
		view(2);
		this.ledger.record(onItsWay).then(this.flights.forget(onItsWay)).block();
		assertThat(count()).isEqualTo(5);
		this.flush.run().block();
		assertThat(held()).isEqualTo(5);
	}

	@Test
	void aRedisThatWentBackInTimeDoublesNothingAndCountsOn() {
		RedisCrashes redisCrashes = new RedisCrashes(this.redis, List.of(this.article));
		view(3);
		RedisCrashes.Copy copy = redisCrashes.copy();
		view(1);
		this.flush.run().block();
		redisCrashes.goBackTo(copy);
		assertThat(count()).isEqualTo(4);
		view(2);
		assertThat(count()).isEqualTo(6);
		this.flush.run().block();
		assertThat(held()).isEqualTo(6);
		assertThat(count()).isEqualTo(6);
	}

	@Test
	void manyNodesMayFlushWhileReadersRead() {
		Mono<Void> reading = Flux.range(0, 300)
			.flatMap((i) -> this.ring.record(TestViews.of(this.article, "visitor-" + i)), 4)
			.then();
		Mono<Void> flushing = this.flush.run().repeat(30).then();
		Flux<Long> counting = this.views.counts(List.of(this.article))
			.map((counts) -> counts.get(this.article))
			.repeat(100);
		List<Long> seen = Flux
			.merge(counting, reading.cast(Long.class), flushing.cast(Long.class), flushing.cast(Long.class))
			.collectList()
			.block();
		assertThat(seen).isSorted();
		this.ring.replay().then(this.flush.run()).then(this.flush.run()).block();
		assertThat(held()).isEqualTo(300);
		assertThat(count()).isEqualTo(300);
	}

	private void view(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.ring.record(TestViews.of(this.article, "visitor-" + this.visitors++)).block())
				.isEqualTo(ViewOutcome.COUNTED);
		}
	}

	private long count() {
		return this.views.counts(List.of(this.article)).block().get(this.article);
	}

	private long held() {
		return this.ledger.of(List.of(this.article)).single().block().views();
	}

}

package id.warta.viewcount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interleaves the steps of views, flushes and reads at random, on the real servers. Run
 * one again with {@code -Dwarta.test.seed=…}.
 */
@IntegrationTest(properties = { "warta.views.flush-interval=1h", "spring.data.redis.timeout=10s" })
class ViewInterleavingIntegrationTests {

	private static final int STEPS = 1000;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveStringRedisTemplate redis;

	private final Random random = new Random();

	private List<Long> articles = List.of();

	private ViewSimulation simulation;

	@BeforeEach
	void begin(@Autowired Scripts scripts, @Autowired VisibleArticles visible, @Autowired DailySalt salt,
			@Autowired WaitingViews waiting, @Autowired ViewFlights flights, @Autowired ViewLedger ledger) {
		long seed = Long.getLong("warta.test.seed", System.nanoTime());
		System.out.println("warta.test.seed=" + seed);
		this.random.setSeed(seed);
		this.articles = TestArticles.published(this.database, Shard.COUNT + 2)
			.stream()
			.filter((article) -> Shard.of(article).number() < 3)
			.toList();
		this.simulation = new ViewSimulation(this.random, this.articles,
				new ViewSimulation.Services(scripts, visible, salt, waiting, flights, ledger));
	}

	@Test
	void everyReadIsRightAndNothingIsLostWhateverFlushesDieAndAnswersGetLost() {
		for (int i = 0; i < STEPS; i++) {
			this.simulation.step();
		}
		settle();
		assertThat(this.simulation.held()).isEqualTo(this.simulation.attempted());
	}

	@Test
	void aNodeThatDiesLosesWhatWaitedOnItAndNoMore() {
		for (int i = 0; i < STEPS; i++) {
			if (this.random.nextInt(50) == 0) {
				this.simulation.crashANode();
			}
			this.simulation.step();
		}
		settle();
		Map<Long, Long> held = this.simulation.held();
		assertThat(held).allSatisfy((article, views) -> assertThat(views).isBetween(this.simulation.told().get(article),
				this.simulation.attempted().get(article)));
		assertThat(sum(held)).isGreaterThanOrEqualTo(sum(this.simulation.attempted()) - this.simulation.mayBeLost());
	}

	@Test
	void aRedisThatLosesItsMemoryLosesWhatWaitedAndNoMore() {
		this.simulation.expectLosses();
		RedisCrashes redisCrashes = new RedisCrashes(this.redis, this.articles);
		Map<Long, Long> told = this.simulation.told();
		Map<Long, Long> held = this.simulation.held();
		for (int i = 0; i < STEPS; i++) {
			if (this.random.nextInt(100) == 0) {
				redisCrashes.loseAll();
				this.simulation.reconnect();
				told = this.simulation.told();
				held = this.simulation.held();
			}
			this.simulation.step();
		}
		settle();
		for (long article : this.articles) {
			long since = this.simulation.told().get(article) - told.get(article);
			assertThat(this.simulation.held().get(article)).isBetween(held.get(article) + since,
					this.simulation.attempted().get(article));
		}
	}

	@Test
	void aRedisThatGoesBackInTimeDoublesNothing() {
		this.simulation.expectLosses();
		RedisCrashes redisCrashes = new RedisCrashes(this.redis, this.articles);
		List<RedisCrashes.Copy> copies = new ArrayList<>(List.of(redisCrashes.copy()));
		for (int i = 0; i < STEPS; i++) {
			if (this.random.nextInt(30) == 0) {
				copies.add(redisCrashes.copy());
			}
			if (this.random.nextInt(100) == 0) {
				redisCrashes.goBackTo(copies.get(this.random.nextInt(copies.size())));
				this.simulation.reconnect();
			}
			this.simulation.step();
		}
		settle();
		assertThat(this.simulation.held()).allSatisfy(
				(article, views) -> assertThat(views).isLessThanOrEqualTo(this.simulation.attempted().get(article)));
	}

	private void settle() {
		this.simulation.settle();
		this.flush.run().then(this.flush.run()).block();
	}

	private static long sum(Map<Long, Long> views) {
		return views.values().stream().mapToLong(Long::longValue).sum();
	}

}

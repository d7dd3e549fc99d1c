package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nodes that count, flush and read the same articles, a step of one of them at a time.
 * Answers of Redis get lost, of commands that it ran and of others.
 */
final class ViewSimulation {

	private static final int NODES = 3;

	/** Longer than any test. */
	private static final ViewProperties PROPERTIES = TestViews.properties(Duration.ofHours(1));

	private final Random random;

	private final List<Long> articles;

	private final Services services;

	private final List<Node> nodes;

	/** Who tried to read each article. */
	private final Map<Long, Set<String>> attempted = new HashMap<>();

	/** Who heard that their view is counted. */
	private final Map<Long, Set<String>> told = new HashMap<>();

	private boolean lossless = true;

	/** Of a hundred views, how many come from somebody who was there before. */
	private int returning = 30;

	/** Of a hundred commands, how many get no answer. */
	private int unanswered = 20;

	private int visitors;

	private int mayBeLost;

	private Instant later = Instant.EPOCH;

	/**
	 * What nodes are made of.
	 */
	record Services(Scripts scripts, VisibleArticles visible, DailySalt salt, WaitingViews waiting, ViewFlights flights,
			ViewLedger ledger) {

	}

	ViewSimulation(Random random, List<Long> articles, Services services) {
		this.random = random;
		this.articles = articles;
		this.services = services;
		this.nodes = IntStream.range(0, NODES).mapToObj((i) -> new Node()).toList();
		articles.forEach((article) -> {
			this.attempted.put(article, new HashSet<>());
			this.told.put(article, new HashSet<>());
		});
	}

	/**
	 * From now on Redis loses views, so that reads may fall; they still never exceed what
	 * was tried. It loses windows too, and so nobody comes twice.
	 */
	void expectLosses() {
		this.lossless = false;
		this.returning = 0;
	}

	void step() {
		this.nodes.get(this.random.nextInt(this.nodes.size())).step();
	}

	/**
	 * A node dies, and another takes its place.
	 */
	void crashANode() {
		Node node = this.nodes.get(this.random.nextInt(this.nodes.size()));
		this.mayBeLost += node.ring.size();
		node.begin();
	}

	/**
	 * Nodes lose their connections, and find a Redis that may have gone back in time.
	 */
	void reconnect() {
		this.nodes.forEach((node) -> node.newest.forget());
	}

	/**
	 * All is well from now on, and what waits is counted.
	 */
	void settle() {
		this.unanswered = 0;
		this.nodes.forEach((node) -> node.ring.replay().block());
		assertThat(this.nodes).allSatisfy((node) -> assertThat(node.ring.size()).isZero());
	}

	/**
	 * How many views died with nodes at most.
	 */
	int mayBeLost() {
		return this.mayBeLost;
	}

	/**
	 * How many tried to read each article.
	 */
	Map<Long, Long> attempted() {
		return sizes(this.attempted);
	}

	/**
	 * How many of them heard that their view is counted.
	 */
	Map<Long, Long> told() {
		return sizes(this.told);
	}

	private static Map<Long, Long> sizes(Map<Long, Set<String>> sets) {
		return sets.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (set) -> (long) set.getValue().size()));
	}

	/**
	 * What PostgreSQL holds, by article.
	 */
	Map<Long, Long> held() {
		return this.services.ledger().of(this.articles).collectMap(Recorded::articleId, Recorded::views).block();
	}

	/** Nobody is left alone for long. */
	private Instant secondsLater() {
		this.later = this.later.plusSeconds(2);
		return this.later;
	}

	private long anyArticle() {
		return this.articles.get(this.random.nextInt(this.articles.size()));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private final class Node {

		private final List<Runnable> parts = List.of(this::count, this::count, this::count, this::replay,
				new Flushing(), new Flushing(), new Reading(), new Reading());

		private NewestBatches newest;

		private ViewRing ring;

		Node() {
			begin();
		}

		void begin() {
			Services services = ViewSimulation.this.services;
			this.newest = new NewestBatches(services.ledger(), services.scripts());
			this.ring = new ViewRing(
					new ViewRecorder(services.visible(), this.newest, services.salt(), new ForgetfulCounter(),
							ViewSimulation.this::secondsLater),
					PROPERTIES, InstantSource.system(), new SimpleMeterRegistry());
		}

		void step() {
			this.parts.get(ViewSimulation.this.random.nextInt(this.parts.size())).run();
		}

		private void count() {
			long article = anyArticle();
			String visitor = "visitor-" + (chance(ViewSimulation.this.returning) ? ViewSimulation.this.visitors
					: ++ViewSimulation.this.visitors);
			ViewSimulation.this.attempted.get(article).add(visitor);
			ViewOutcome outcome = this.ring.record(TestViews.of(article, visitor)).block();
			assertThat(outcome).isIn(ViewOutcome.COUNTED, ViewOutcome.ALREADY_COUNTED, ViewOutcome.WAITING);
			if (outcome != ViewOutcome.WAITING) {
				ViewSimulation.this.told.get(article).add(visitor);
			}
		}

		private void replay() {
			this.ring.replay().block();
		}

		/**
		 * A flush that may end anywhere, and may not hear that PostgreSQL has done its
		 * part.
		 */
		private final class Flushing implements Runnable {

			private @Nullable Batch taken;

			private boolean recorded;

			@Override
			public void run() {
				Services services = ViewSimulation.this.services;
				if (this.taken == null) {
					this.taken = services.flights().take(Shard.of(anyArticle())).block();
					this.recorded = false;
				}
				else if (!this.recorded) {
					services.ledger().record(this.taken).block();
					this.recorded = chance(90);
					if (this.recorded) {
						Node.this.newest.held(this.taken);
					}
				}
				else {
					services.flights().forget(this.taken).block();
					this.taken = chance(90) ? null : this.taken;
				}
				if (chance(10)) {
					this.taken = null;
				}
			}

		}

	}

	/** Counts, but doesn't always hear the answer, nor always reach Redis. */
	private final class ForgetfulCounter extends ViewCounter {

		ForgetfulCounter() {
			super(ViewSimulation.this.services.scripts(), PROPERTIES);
		}

		@Override
		Mono<ViewOutcome> count(CountedView view, long recorded, boolean uncertain) {
			if (!chance(ViewSimulation.this.unanswered)) {
				return super.count(view, recorded, uncertain);
			}
			Mono<ViewOutcome> noAnswer = Mono.error(new IllegalStateException("no answer"));
			return chance(50) ? noAnswer : super.count(view, recorded, uncertain).then(noAnswer);
		}

	}

	/** A read whose two round trips others come between. */
	private final class Reading implements Runnable {

		private Map<Long, Long> least = Map.of();

		private @Nullable Map<Long, Collection<Tally>> tallies;

		@Override
		public void run() {
			if (this.tallies == null) {
				this.least = told();
				this.tallies = ViewSimulation.this.services.waiting()
					.of(ViewSimulation.this.articles)
					.collectMultimap(Tally::articleId)
					.block();
			}
			else {
				check(this.tallies);
				this.tallies = null;
			}
		}

		/**
		 * At least what was counted when the read began, at most what was tried by now.
		 */
		private void check(Map<Long, Collection<Tally>> tallies) {
			List<Recorded> held = new ArrayList<>(
					ViewSimulation.this.services.ledger().of(ViewSimulation.this.articles).collectList().block());
			assertThat(held).hasSameSizeAs(ViewSimulation.this.articles).allSatisfy((recorded) -> {
				long least = ViewSimulation.this.lossless ? this.least.get(recorded.articleId()) : recorded.views();
				assertThat(Views.sum(recorded, tallies)).isBetween(least,
						(long) ViewSimulation.this.attempted.get(recorded.articleId()).size());
			});
		}

	}

}

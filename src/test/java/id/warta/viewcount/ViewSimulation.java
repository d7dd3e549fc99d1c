package id.warta.viewcount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nodes that count, flush and read the same articles, a step of one of them at a time.
 */
final class ViewSimulation {

	private final Random random;

	private final List<Long> articles;

	private final ViewCounter counter;

	private final WaitingViews waiting;

	private final ViewFlights flights;

	private final ViewLedger ledger;

	private final List<Runnable> nodes;

	private final Map<Long, Long> accepted = new HashMap<>();

	private boolean lossless = true;

	private int visitors;

	ViewSimulation(Random random, List<Long> articles, ViewCounter counter, WaitingViews waiting, ViewFlights flights,
			ViewLedger ledger) {
		this.random = random;
		this.articles = articles;
		this.counter = counter;
		this.waiting = waiting;
		this.flights = flights;
		this.ledger = ledger;
		this.nodes = IntStream.range(0, 3)
			.boxed()
			.flatMap((i) -> Stream.<Runnable>of(new Counting(), new Counting(), new Flushing(), new Reading()))
			.toList();
		articles.forEach((article) -> this.accepted.put(article, 0L));
	}

	/**
	 * From now on Redis loses views, so that reads may fall; they still never exceed what
	 * was counted.
	 */
	void expectLosses() {
		this.lossless = false;
	}

	void step() {
		this.nodes.get(this.random.nextInt(this.nodes.size())).run();
	}

	/**
	 * The views that were counted so far, by article.
	 */
	Map<Long, Long> accepted() {
		return Map.copyOf(this.accepted);
	}

	/**
	 * What PostgreSQL holds, by article.
	 */
	Map<Long, Long> held() {
		return this.ledger.of(this.articles).collectMap(Recorded::articleId, Recorded::views).block();
	}

	private long anyArticle() {
		return this.articles.get(this.random.nextInt(this.articles.size()));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/** A view whose two round trips others come between. */
	private final class Counting implements Runnable {

		private long article;

		private @Nullable Long recorded;

		@Override
		public void run() {
			if (this.recorded == null) {
				this.article = anyArticle();
				this.recorded = ViewSimulation.this.ledger.newestBatch(this.article).block();
			}
			else {
				String visitor = "visitor-" + (chance(20) ? 0 : ++ViewSimulation.this.visitors);
				boolean counted = ViewSimulation.this.counter.count(this.article, visitor, this.recorded).block();
				ViewSimulation.this.accepted.merge(this.article, counted ? 1L : 0L, Long::sum);
				this.recorded = null;
			}
		}

	}

	/**
	 * A flush that may end anywhere, and may not hear that PostgreSQL has done its part.
	 */
	private final class Flushing implements Runnable {

		private @Nullable Batch taken;

		private boolean recorded;

		@Override
		public void run() {
			if (this.taken == null) {
				this.taken = ViewSimulation.this.flights.take(Shard.of(anyArticle())).block();
				this.recorded = false;
			}
			else if (!this.recorded) {
				ViewSimulation.this.ledger.record(this.taken).block();
				this.recorded = chance(90);
			}
			else {
				ViewSimulation.this.flights.forget(this.taken).block();
				this.taken = chance(90) ? null : this.taken;
			}
			if (chance(10)) {
				this.taken = null;
			}
		}

	}

	/** A read whose two round trips others come between. */
	private final class Reading implements Runnable {

		private Map<Long, Long> least = Map.of();

		private @Nullable Map<Long, Collection<Tally>> tallies;

		@Override
		public void run() {
			if (this.tallies == null) {
				this.least = accepted();
				this.tallies = ViewSimulation.this.waiting.of(ViewSimulation.this.articles)
					.collectMultimap(Tally::articleId)
					.block();
			}
			else {
				check(this.tallies);
				this.tallies = null;
			}
		}

		/** At least what was counted when the read began, at most what is by now. */
		private void check(Map<Long, Collection<Tally>> tallies) {
			List<Recorded> held = new ArrayList<>(
					ViewSimulation.this.ledger.of(ViewSimulation.this.articles).collectList().block());
			assertThat(held).hasSameSizeAs(ViewSimulation.this.articles).allSatisfy((recorded) -> {
				long least = ViewSimulation.this.lossless ? this.least.get(recorded.articleId()) : recorded.views();
				assertThat(Views.sum(recorded, tallies)).isBetween(least,
						ViewSimulation.this.accepted.get(recorded.articleId()));
			});
		}

	}

}

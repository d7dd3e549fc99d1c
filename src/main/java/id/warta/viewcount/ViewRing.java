package id.warta.viewcount;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.platform.http.ClientNetwork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts views, and lets those wait that can't be counted now. There is room for a number
 * of them, of which a network may take a tenth; whatever finds none is lost, and so is
 * what waits when the node ends. None is ever counted twice: a view keeps the time at
 * which it was read, by which Redis knows whether it has met it.
 */
@Component
class ViewRing {

	private static final Logger log = LoggerFactory.getLogger(ViewRing.class);

	/** How many are settled at once, if those before them could be. */
	private static final int AT_ONCE = 128;

	/** After how many failures the rest is left for later. */
	private static final int FAILURES = 16;

	private static final int NETWORKS = 10;

	private final ViewRecorder recorder;

	private final InstantSource clock;

	private final int room;

	/** Until when Redis knows for sure whether it has counted a view. */
	private final Duration certainty;

	private final Counter lost;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	/** How many wait of each network, those that are being settled included. */
	private final Map<ClientNetwork, Integer> sizes = new HashMap<>();

	private int size;

	ViewRing(ViewRecorder recorder, ViewProperties properties, InstantSource clock, MeterRegistry meters) {
		this.recorder = recorder;
		this.clock = clock;
		this.room = properties.ringSize();
		this.certainty = properties.window().multipliedBy(9).dividedBy(10);
		this.lost = Counter.builder("warta.views.lost")
			.description("Views that could not be counted, and waited in vain or found no room to wait")
			.register(meters);
		Gauge.builder("warta.views.waiting", this, ViewRing::size)
			.description("Views that wait on this node until Redis can count them")
			.register(meters);
	}

	private record Waiting(View view, boolean uncertain) {

	}

	/**
	 * Counts a view, or lets it wait.
	 * @return what became of it; never an error
	 */
	Mono<ViewOutcome> record(View view) {
		return Mono.defer(() -> this.recorder.record(view, false)).onErrorResume((ex) -> {
			log.debug("A view could not be counted", ex);
			return Mono.just(add(new Waiting(view, isUncertain(ex))));
		});
	}

	private static boolean isUncertain(Throwable ex) {
		return ex instanceof ViewRecorder.UncertainException;
	}

	private synchronized ViewOutcome add(Waiting view) {
		ClientNetwork network = view.view().reader().network();
		int ofNetwork = this.sizes.getOrDefault(network, 0);
		if (this.size == this.room || ofNetwork >= Math.max(1, this.room / NETWORKS)) {
			this.lost.increment();
			return ViewOutcome.UNAVAILABLE;
		}
		this.size++;
		this.sizes.put(network, ofNetwork + 1);
		this.waiting.addLast(view);
		return ViewOutcome.WAITING;
	}

	/**
	 * How many wait.
	 */
	synchronized int size() {
		return this.size;
	}

	/**
	 * Counts what waits, one by one at first, and goes to the end of the line with what
	 * can't be counted yet. Not to be called again before it ends.
	 */
	Mono<Void> replay() {
		return Mono.defer(() -> settle(new Round(size())).repeat().takeWhile(Boolean::booleanValue).then());
	}

	/** How far a replay has come. */
	private static final class Round {

		private int left;

		private int atOnce = 1;

		private int failures;

		Round(int left) {
			this.left = left;
		}

	}

	/** Whether to go on. */
	private Mono<Boolean> settle(Round round) {
		return Mono.defer(() -> {
			List<Waiting> first = take(Math.min(round.atOnce, round.left));
			round.left -= first.size();
			return first.isEmpty() ? Mono.just(false)
					: Flux.fromIterable(first)
						.flatMapSequential(this::settle, AT_ONCE)
						.collectList()
						.map((settled) -> goesOn(round, putBack(first, settled)));
		});
	}

	private static boolean goesOn(Round round, int failures) {
		round.failures += failures;
		round.atOnce = (failures == 0) ? AT_ONCE : 1;
		return round.failures < FAILURES;
	}

	private synchronized List<Waiting> take(int atOnce) {
		List<Waiting> first = new ArrayList<>(atOnce);
		while (first.size() < atOnce && !this.waiting.isEmpty()) {
			first.add(this.waiting.removeFirst());
		}
		return first;
	}

	private enum Settled {

		YES, NO, NOBODY_KNOWS

	}

	private Mono<Settled> settle(Waiting view) {
		if (view.uncertain() && this.clock.instant().isAfter(view.view().at().plus(this.certainty))) {
			this.lost.increment();
			return Mono.just(Settled.YES);
		}
		return this.recorder.record(view.view(), view.uncertain()).doOnNext((outcome) -> {
			if (outcome == ViewOutcome.UNAVAILABLE) {
				this.lost.increment();
			}
		})
			.map((outcome) -> Settled.YES)
			.onErrorResume((ex) -> Mono.just(isUncertain(ex) ? Settled.NOBODY_KNOWS : Settled.NO));
	}

	/** How many could not be settled. */
	private synchronized int putBack(List<Waiting> first, List<Settled> settled) {
		int failures = 0;
		for (int i = 0; i < first.size(); i++) {
			View view = first.get(i).view();
			if (settled.get(i) == Settled.YES) {
				this.size--;
				this.sizes.computeIfPresent(view.reader().network(), (network, many) -> (many > 1) ? many - 1 : null);
			}
			else {
				this.waiting
					.addLast(new Waiting(view, first.get(i).uncertain() || settled.get(i) == Settled.NOBODY_KNOWS));
				failures++;
			}
		}
		return failures;
	}

}

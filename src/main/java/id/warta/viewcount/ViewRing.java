package id.warta.viewcount;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts views, and lets those wait that can't be counted now. While any wait, new ones
 * stand in line behind them. There is room for a number of them; whatever finds none is
 * lost, and so is what waits when the node ends. None is ever counted twice: a view keeps
 * the time at which it was read, by which Redis knows whether it has met it.
 */
@Component
class ViewRing {

	private static final Logger log = LoggerFactory.getLogger(ViewRing.class);

	/** How many are settled at once, when the first one could be. */
	private static final int AT_ONCE = 128;

	private final ViewRecorder recorder;

	private final InstantSource clock;

	private final int room;

	/** Until when Redis knows for sure whether it has counted a view. */
	private final Duration certainty;

	private final Counter lost;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	/** Those that are being settled included. */
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
		return Mono.defer(() -> (size() > 0) ? Mono.just(add(new Waiting(view, false)))
				: this.recorder.record(view, false).onErrorResume((ex) -> {
					log.debug("A view could not be counted", ex);
					return Mono.just(add(new Waiting(view, isUncertain(ex))));
				}));
	}

	private static boolean isUncertain(Throwable ex) {
		return ex instanceof ViewRecorder.UncertainException;
	}

	private synchronized ViewOutcome add(Waiting view) {
		if (this.size == this.room) {
			this.lost.increment();
			return ViewOutcome.UNAVAILABLE;
		}
		this.size++;
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
	 * Counts what waits, in the order in which it came, until one can't be counted. Not
	 * to be called again before it ends.
	 */
	Mono<Void> replay() {
		return settle(1).filter(Boolean::booleanValue)
			.flatMapMany((settled) -> settle(AT_ONCE).repeat().takeWhile(Boolean::booleanValue))
			.then();
	}

	/** Whether to go on. */
	private Mono<Boolean> settle(int atOnce) {
		return Mono.defer(() -> {
			List<Waiting> first = take(atOnce);
			return first.isEmpty() ? Mono.just(false)
					: Flux.fromIterable(first)
						.flatMapSequential(this::settle, atOnce)
						.collectList()
						.map((settled) -> putBack(first, settled));
		});
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

	private synchronized boolean putBack(List<Waiting> first, List<Settled> settled) {
		boolean all = true;
		for (int i = first.size() - 1; i >= 0; i--) {
			if (settled.get(i) == Settled.YES) {
				this.size--;
			}
			else {
				Waiting view = first.get(i);
				this.waiting
					.addFirst(new Waiting(view.view(), view.uncertain() || settled.get(i) == Settled.NOBODY_KNOWS));
				all = false;
			}
		}
		return all;
	}

}

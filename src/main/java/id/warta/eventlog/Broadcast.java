package id.warta.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import id.warta.platform.UnavailableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the events of the log to this node's subscribers. One thread does all of it, so
 * that what it does comes one after the other; subscribers do their own work elsewhere.
 */
@Component
class Broadcast implements DisposableBean {

	private final Scheduler teller = Schedulers.newSingle("warta-live", true);

	private final Map<Listener, Supplier<EventCursor>> listeners = new ConcurrentHashMap<>();

	private final LiveProperties properties;

	private final InstantSource clock;

	private volatile @Nullable RecentEvents recent;

	private volatile boolean closing;

	private final AtomicReference<Sinks.Empty<Void>> nextLook = new AtomicReference<>(Sinks.empty());

	Broadcast(LiveProperties properties, InstantSource clock) {
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins an epoch, or begins one again after a gap: no subscriber can go on.
	 */
	Mono<Void> restart(LogPage newest) {
		return onTeller(() -> {
			RecentEvents begun = new RecentEvents(newest, this.properties.remembered());
			this.recent = begun;
			endAll((listener) -> StreamEndedException.expired(begun));
		});
	}

	/**
	 * Tells the next events of the log.
	 */
	Mono<Void> tell(LogPage page) {
		return onTeller(() -> {
			RecentEvents current = recent();
			current.logStartsAfter(page.oldest());
			if (!page.events().isEmpty()) {
				current.append(page.events());
				page.events().forEach((event) -> tell(event, current));
			}
		});
	}

	private void tell(Event event, RecentEvents current) {
		Delivery delivery = Delivery.of(event, current.epoch());
		this.listeners.keySet().forEach((listener) -> listener.tell(event, delivery));
	}

	/**
	 * Sends heartbeats to those who had nothing for long. To be called each second.
	 */
	Mono<Void> tick() {
		return onTeller(() -> {
			Instant now = this.clock.instant();
			int ticks = (int) this.properties.heartbeat().toSeconds();
			this.listeners.keySet().forEach((listener) -> listener.tick(ticks, now));
		});
	}

	private Mono<Void> onTeller(Runnable task) {
		return Mono.<Void>fromRunnable(task).subscribeOn(this.teller);
	}

	/**
	 * Lets a stream in that has read up to the newest events; else it reads on.
	 * @param listener the stream's
	 * @param taken the cursor of the last delivery that its subscriber has surely taken
	 */
	void join(Listener listener, Supplier<EventCursor> taken) {
		this.teller.schedule(() -> {
			RecentEvents current = recent();
			if (this.closing) {
				listener.end(StreamEndedException.shuttingDown(taken.get()));
			}
			else if (listener.recent() != current) {
				listener.end(StreamEndedException.expired(current));
			}
			else {
				admit(listener, taken);
			}
		});
	}

	private void admit(Listener listener, Supplier<EventCursor> taken) {
		RecentEvents current = listener.recent();
		List<Event> missed = current.after(listener.position(), this.properties.buffer() / 2);
		if (listener.position() + missed.size() < current.head()) {
			listener.readOn();
			return;
		}
		missed.forEach((event) -> listener.tell(event, Delivery.of(event, current.epoch())));
		listener.greet(this.clock.instant());
		this.listeners.put(listener, taken);
		if (listener.isGone()) {
			leave(listener);
		}
	}

	void leave(Listener listener) {
		this.listeners.remove(listener);
	}

	private void endAll(Function<Supplier<EventCursor>, StreamEndedException> end) {
		this.listeners.forEach((listener, taken) -> listener.end(end.apply(taken)));
		this.listeners.clear();
	}

	/**
	 * A look at the log, which others may wait for.
	 */
	Mono<Void> awaited(Mono<Void> look) {
		return Mono.defer(() -> {
			Sinks.Empty<Void> waiting = this.nextLook.getAndSet(Sinks.empty());
			return look.doOnSuccess((done) -> waiting.tryEmitEmpty()).doOnError(waiting::tryEmitError);
		});
	}

	/**
	 * Completes when the node has told all that the log holds now.
	 */
	Mono<Void> upToDate() {
		return Mono.defer(() -> this.nextLook.get().asMono());
	}

	/**
	 * What this node has told.
	 * @throws UnavailableException if it doesn't follow the log
	 */
	RecentEvents recent() {
		RecentEvents current = this.recent;
		if (current == null) {
			throw new UnavailableException("This process doesn't follow the event log");
		}
		return current;
	}

	/**
	 * The place behind the newest event told; empty if this process doesn't follow the
	 * log.
	 */
	Optional<EventCursor> place() {
		return Optional.ofNullable(this.recent).map(RecentEvents::cursor);
	}

	int subscribers() {
		return this.listeners.size();
	}

	int buffer() {
		return this.properties.buffer();
	}

	Duration patience() {
		return this.properties.patience();
	}

	int remembered() {
		return this.properties.remembered();
	}

	/** Before the web server waits for its requests to end. */
	@EventListener
	void closing(ContextClosedEvent event) {
		this.closing = true;
		this.teller.schedule(() -> endAll((taken) -> StreamEndedException.shuttingDown(taken.get())));
	}

	@Override
	public void destroy() {
		this.teller.dispose();
	}

}

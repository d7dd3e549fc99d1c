package id.warta.eventlog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

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

	private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

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
			this.streams.forEach((stream) -> stream.expire(begun));
			this.streams.clear();
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
		Delivery delivery = delivery(event, current);
		this.streams.forEach((stream) -> stream.tell(event, delivery));
	}

	private static Delivery delivery(Event event, RecentEvents current) {
		return Delivery.of(event, new EventCursor(current.epoch(), event.position()));
	}

	/**
	 * Sends heartbeats to those who had nothing for long. To be called each second.
	 */
	Mono<Void> tick() {
		return onTeller(() -> {
			Instant now = this.clock.instant();
			int ticks = (int) this.properties.heartbeat().toSeconds();
			this.streams.forEach((stream) -> stream.tick(ticks, now));
		});
	}

	private Mono<Void> onTeller(Runnable task) {
		return Mono.<Void>fromRunnable(task).subscribeOn(this.teller);
	}

	/**
	 * Lets a stream in that has read up to the newest events; else it reads on.
	 */
	void join(EventStream stream) {
		this.teller.schedule(() -> admit(stream));
	}

	private void admit(EventStream stream) {
		RecentEvents current = recent();
		if (this.closing) {
			stream.shutDown();
		}
		else if (stream.recent() != current) {
			stream.expire(current);
		}
		else if (!stream.isGone()) {
			admit(stream, current);
		}
	}

	private void admit(EventStream stream, RecentEvents current) {
		current.after(stream.position(), this.properties.buffer() / 2)
			.forEach((event) -> stream.tell(event, delivery(event, current)));
		if (stream.position() < current.head()) {
			stream.readOn();
			return;
		}
		this.streams.add(stream);
		stream.greet(this.clock.instant());
		if (stream.isGone()) {
			leave(stream);
		}
	}

	void leave(EventStream stream) {
		this.streams.remove(stream);
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
		return this.streams.size();
	}

	int buffer() {
		return this.properties.buffer();
	}

	int remembered() {
		return this.properties.remembered();
	}

	/** Before the web server waits for its requests to end. */
	@EventListener
	void closing(ContextClosedEvent event) {
		this.closing = true;
		this.teller.schedule(() -> {
			this.streams.forEach(EventStream::shutDown);
			this.streams.clear();
		});
	}

	@Override
	public void destroy() {
		this.teller.dispose();
	}

}

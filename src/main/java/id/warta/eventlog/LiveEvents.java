package id.warta.eventlog;

import java.time.Duration;
import java.util.function.Predicate;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.InvalidInputException;
import id.warta.platform.UnavailableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Events as they happen, and those missed before: in the log's order, without gap or
 * duplicate.
 */
@Service
public class LiveEvents {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration ENDLESS = Duration.ofDays(10_000);

	private final EventStore store;

	private final Broadcast broadcast;

	LiveEvents(EventStore store, Broadcast broadcast) {
		this.store = store;
		this.broadcast = broadcast;
	}

	/**
	 * The stream of a subscription's field, from the place on that its argument
	 * {@code after} says, or from now.
	 * @param environment the field's
	 * @param stream what it tells
	 */
	public <T> Flux<T> stream(DataFetchingEnvironment environment, LogStream<T> stream) {
		return stream(environment, Mono.just(stream));
	}

	/**
	 * The stream of a subscription's field that has something to look up first.
	 * @param environment the field's
	 * @param opening gives what it tells, once for all who share the stream; fails if
	 * there can be none
	 */
	public <T> Flux<T> stream(DataFetchingEnvironment environment, Mono<LogStream<T>> opening) {
		Told told = environment.getGraphQlContext().get(Told.class);
		if (told != null) {
			return Mono.just(LiveEvents.<T>payload(told)).flux();
		}
		String after = environment.getArgument("after");
		StreamOpening asked = environment.getGraphQlContext().get(StreamOpening.class);
		if (asked != null) {
			return opening.doOnNext((stream) -> asked.opened(stream, after)).thenMany(Flux.empty());
		}
		return opening
			.flatMapMany((stream) -> after(after, stream.wanted()).takeUntil(stream::endsWith).map(stream.payload()));
	}

	/**
	 * The stream of a subscription's field that tells values.
	 * @param environment the field's
	 * @param stream what it tells
	 */
	public <T> Flux<T> stream(DataFetchingEnvironment environment, ValueStream<T> stream) {
		Told told = environment.getGraphQlContext().get(Told.class);
		if (told != null) {
			return Mono.just(LiveEvents.<T>payload(told)).flux();
		}
		StreamOpening asked = environment.getGraphQlContext().get(StreamOpening.class);
		if (asked != null) {
			asked.opened(stream);
			return Flux.empty();
		}
		return stream.values();
	}

	@SuppressWarnings("unchecked")
	private static <T> T payload(Told told) {
		return (T) told.payload();
	}

	/**
	 * Events from a place in the log on. The stream doesn't complete; it fails as
	 * {@link #place} does, and with {@link StreamEndedException} if the log no longer
	 * reaches back to the place, if the subscriber is too slow, or if the server stops. A
	 * heartbeat says when all that was missed has been delivered.
	 * @param cursor the place; null for now
	 * @param wanted which events
	 */
	public Flux<Delivery> after(@Nullable String cursor, Predicate<Event> wanted) {
		return place(cursor).flatMapMany((place) -> stream(place, wanted, this.broadcast.patience()));
	}

	/**
	 * The same for many subscribers together, each of whom has a patience of its own: it
	 * is never too slow.
	 */
	public Flux<Delivery> shared(LogPlace place, Predicate<Event> wanted) {
		return stream(place, wanted, ENDLESS);
	}

	private Flux<Delivery> stream(LogPlace place, Predicate<Event> wanted, Duration patience) {
		return Flux.defer(() -> new EventStream(place, this.broadcast, wanted, patience).deliveries());
	}

	/**
	 * The place that a cursor stands for. Fails with {@link InvalidInputException} if the
	 * cursor is none, and with {@link StreamEndedException} if it is of another epoch, or
	 * of a future that this epoch doesn't have.
	 * @param cursor the cursor; null for now
	 */
	public Mono<LogPlace> place(@Nullable String cursor) {
		return Mono.defer(() -> {
			if (cursor == null) {
				EventHistory history = history();
				return Mono.just(new LogPlace(history, history.cursor().position()));
			}
			EventCursor from = EventCursor.parse(cursor, "after");
			return knows(from) ? Mono.just(new LogPlace(history(), from.position()))
					: upToDate().then(Mono.defer(() -> afterLook(from)));
		});
	}

	/**
	 * How long a subscriber may take nothing while there is something to take.
	 */
	public Duration patience() {
		return this.broadcast.patience();
	}

	private EventHistory history() {
		return new EventHistory(this.broadcast.recent(), this.store);
	}

	/** Another node may have handed out a cursor that this one will soon know. */
	private boolean knows(EventCursor cursor) {
		RecentEvents recent = this.broadcast.recent();
		return cursor.epoch().equals(recent.epoch()) && cursor.position() <= recent.head();
	}

	private Mono<Void> upToDate() {
		return this.broadcast.upToDate()
			.timeout(PATIENCE)
			.onErrorMap((ex) -> new UnavailableException("The event log can't be read now"));
	}

	private Mono<LogPlace> afterLook(EventCursor from) {
		EventHistory history = history();
		return knows(from) ? Mono.just(new LogPlace(history, from.position()))
				: Mono.error(() -> StreamEndedException.expired(history.recent()));
	}

	/**
	 * The place behind the newest event that this node has told its subscribers. What is
	 * read afterwards holds at least that much.
	 * @throws UnavailableException if this process doesn't follow the log
	 */
	public EventCursor cursor() {
		return this.broadcast.recent().cursor();
	}

}

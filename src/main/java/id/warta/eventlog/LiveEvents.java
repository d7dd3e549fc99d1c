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
		String after = environment.getArgument("after");
		return opening
			.flatMapMany((stream) -> after(after, stream.wanted()).takeUntil(stream::endsWith).map(stream.payload()));
	}

	/**
	 * Events from a place in the log on. The stream doesn't complete; it fails with
	 * {@link InvalidInputException} if the cursor is none, and with
	 * {@link StreamEndedException} if the log doesn't reach back to it, if the subscriber
	 * is too slow, or if the server stops. A heartbeat says when all that was missed has
	 * been delivered.
	 * @param cursor the place; null for now
	 * @param wanted which events
	 */
	public Flux<Delivery> after(@Nullable String cursor, Predicate<Event> wanted) {
		return Flux.defer(() -> {
			if (cursor == null) {
				RecentEvents recent = this.broadcast.recent();
				return stream(recent, recent.head(), wanted);
			}
			EventCursor from = EventCursor.parse(cursor, "after");
			return knows(from) ? stream(this.broadcast.recent(), from.position(), wanted)
					: upToDate().thenMany(Flux.defer(() -> afterLook(from, wanted)));
		});
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

	private Flux<Delivery> afterLook(EventCursor from, Predicate<Event> wanted) {
		RecentEvents recent = this.broadcast.recent();
		return knows(from) ? stream(recent, from.position(), wanted)
				: Flux.error(() -> StreamEndedException.expired(recent));
	}

	private Flux<Delivery> stream(RecentEvents recent, long position, Predicate<Event> wanted) {
		return new EventStream(new EventHistory(recent, this.store), position, this.broadcast, wanted).deliveries();
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

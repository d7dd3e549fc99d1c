package id.warta.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.LogStream;
import id.warta.eventlog.StreamOpening;
import id.warta.eventlog.ValueStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Service;

/**
 * Takes in operations of all transports, and leads those that subscribe to the same to
 * one stream.
 */
@Service
@ConditionalOnWebApplication
public class Subscriptions {

	private static final long DOCUMENT_CHARACTERS = 1_000_000;

	private final WebGraphQlHandler handler;

	private final LiveEvents live;

	private final MessageCache cache;

	private final JsonMapper json;

	private final InstantSource clock;

	private final Map<SharingKey, SharedStream> streams = new ConcurrentHashMap<>();

	/** Of subscriptions that the engine has found valid. */
	private final Cache<DocumentKey, Optional<SubscriptionDocument>> documents = Caffeine.newBuilder()
		.maximumWeight(DOCUMENT_CHARACTERS)
		.weigher((DocumentKey key, Optional<SubscriptionDocument> document) -> key.text().length())
		.build();

	Subscriptions(WebGraphQlHandler handler, LiveEvents live, MessageCache cache, JsonMapper json,
			InstantSource clock) {
		this.handler = handler;
		this.live = live;
		this.cache = cache;
		this.json = json;
		this.clock = clock;
	}

	private record DocumentKey(String text, @Nullable String operationName) {

		static DocumentKey of(WebGraphQlRequest request) {
			return new DocumentKey(request.getDocument(), request.getOperationName());
		}

	}

	/**
	 * Executes a query or a mutation, or admits a subscription. Never fails.
	 */
	public Mono<Admission> admit(WebGraphQlRequest request) {
		return admit(request, null);
	}

	/**
	 * The same for a client that comes back.
	 * @param lastCursor the last cursor that it got, which counts more than what the
	 * request says; null if it got none
	 */
	public Mono<Admission> admit(WebGraphQlRequest request, @Nullable String lastCursor) {
		return Mono.defer(() -> known(request, lastCursor).orElseGet(() -> open(request, lastCursor)))
			.onErrorResume((failure) -> Mono.just(new Admission.Refused(StreamErrors.of(failure))));
	}

	/** Another one like it is being told: the engine need not look at this one. */
	private Optional<Mono<Admission>> known(WebGraphQlRequest request, @Nullable String lastCursor) {
		return Optional.ofNullable(this.documents.getIfPresent(DocumentKey.of(request)))
			.flatMap(Function.identity())
			.filter((document) -> document.isUnderstood(request))
			.flatMap((document) -> Optional
				.ofNullable(this.streams.get(SharingKey.of(request, document.otherVariables(request))))
				.filter(SharedStream::isOpen)
				.map((stream) -> admit(stream, (lastCursor != null) ? lastCursor : document.after(request))
					.flatMap((admitted) -> stream.follows(admitted.from()) ? Mono.just(admitted)
							: open(request, lastCursor))));
	}

	private Mono<Admission.Admitted> admit(SharedStream stream, @Nullable String after) {
		return stream.place(this.live, after).map((place) -> new Admission.Admitted(stream, place));
	}

	/** "From now on" is fixed before the field looks anything up. */
	private Mono<Admission> open(WebGraphQlRequest request, @Nullable String lastCursor) {
		return Mono.defer(() -> this.live.place(null)).flatMap((now) -> open(request, lastCursor, now));
	}

	private Mono<Admission> open(WebGraphQlRequest request, @Nullable String lastCursor, LogPlace now) {
		StreamOpening opening = new StreamOpening();
		return this.handler.handleRequest(EventExecution.with(request, opening))
			.flatMap((response) -> (response.getData() instanceof Publisher<?> opened)
					? Flux.from(opened).then(Mono.defer(() -> {
						SharedStream stream = stream(request, opening, now);
						String after = (lastCursor != null) ? lastCursor : opening.after();
						return (after != null) ? admit(stream, after) : Mono.just(new Admission.Admitted(stream, now));
					})) : Mono.just(new Admission.Answered(response)));
	}

	private SharedStream stream(WebGraphQlRequest request, StreamOpening opening, LogPlace now) {
		Map<String, @Nullable Object> variables = this.documents
			.get(DocumentKey.of(request), (key) -> SubscriptionDocument.read(key.text(), key.operationName()))
			.map((document) -> document.otherVariables(request))
			.orElseGet(request::getVariables);
		return this.streams.compute(SharingKey.of(request, variables),
				(key, known) -> (known != null && known.isOpen() && known.follows(now)) ? known
						: begin(request, opening, now));
	}

	private SharedStream begin(WebGraphQlRequest request, StreamOpening opening, LogPlace now) {
		EventExecution execution = new EventExecution(this.handler, request);
		return opening.values()
			.<SharedStream>map((values) -> begin(values, execution))
			.orElseGet(() -> begin(
					opening.stream()
						.orElseThrow(() -> new IllegalStateException("The field doesn't say what it tells")),
					execution, now));
	}

	private SharedStream begin(ValueStream<?> values, EventExecution execution) {
		SharedValues stream = new SharedValues(execution, this.json);
		stream.follow(values);
		return stream;
	}

	private SharedStream begin(LogStream<?> log, EventExecution execution, LogPlace now) {
		SharedEvents stream = new SharedEvents(now, new Messages(log, execution, this.cache, this.json, this.clock));
		stream.follow(this.live);
		return stream;
	}

	/**
	 * Looks after the streams. To be called each second.
	 */
	void tick(Duration patience, Duration idle) {
		this.streams.forEach((key, stream) -> {
			stream.tick(patience);
			if (stream.closeIfIdle(idle)) {
				this.streams.remove(key, stream);
			}
		});
	}

	/** Before the web server waits for its requests to end. */
	@EventListener
	void closing(ContextClosedEvent event) {
		this.streams.values().forEach(SharedStream::stop);
	}

	/**
	 * How many streams are told.
	 */
	int streams() {
		return this.streams.size();
	}

	/**
	 * How many subscribers they have together.
	 */
	int subscribers() {
		return this.streams.values().stream().mapToInt(SharedStream::subscribers).sum();
	}

}

package id.warta.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.warta.eventlog.EventCursor;
import id.warta.eventlog.LiveEvents;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Reads streams of articles as subscribers do.
 */
@TestComponent
class FeedReader {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final GraphQlTester tester;

	private final DatabaseClient database;

	private final LiveEvents live;

	FeedReader(ExecutionGraphQlService service, DatabaseClient database, LiveEvents live) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.database = database;
		this.live = live;
	}

	/**
	 * The place behind all that the log holds now.
	 */
	EventCursor head() {
		return Objects.requireNonNull(this.database.sql("select epoch, position from event_log_head")
			.map((row) -> new EventCursor(Objects.requireNonNull(row.get("epoch", UUID.class)),
					Objects.requireNonNull(row.get("position", Long.class))))
			.one()
			.block(LIMIT));
	}

	/**
	 * A stream's messages.
	 * @param document the document below {@code feed}
	 */
	Flux<Map<String, Object>> messages(String document, @Nullable Map<String, ?> where, @Nullable String after) {
		Map<String, @Nullable Object> variables = new LinkedHashMap<>();
		variables.put("where", where);
		variables.put("after", after);
		String field = document.equals("articles") ? "articleFeed" : "breakingNews";
		return this.tester.documentName("feed/" + document)
			.variables(variables)
			.executeSubscription()
			.toFlux()
			.map((response) -> response.path(field).entity(new ParameterizedTypeReference<Map<String, Object>>() {
			}).get());
	}

	/**
	 * What a stream tells of what lies between a place and now.
	 */
	List<Map<String, Object>> told(String document, @Nullable Map<String, ?> where, EventCursor from) {
		catchUp();
		return Objects.requireNonNull(messages(document, where, from.toString())
			.takeWhile((message) -> !"HEARTBEAT".equals(message.get("type")))
			.collectList()
			.block(LIMIT));
	}

	/**
	 * Waits until the node has told its subscribers all that the log holds now.
	 */
	void catchUp() {
		EventCursor head = head();
		this.live.after(new EventCursor(head.epoch(), head.position() - 1).toString(), (event) -> true)
			.filter((delivery) -> delivery.event() != null)
			.blockFirst(LIMIT);
	}

}

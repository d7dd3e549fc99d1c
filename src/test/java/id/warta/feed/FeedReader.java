package id.warta.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.TestLog;
import id.warta.eventlog.EventCursor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Reads streams of articles as subscribers do.
 */
@TestComponent
class FeedReader {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final GraphQlTester tester;

	private final TestLog log;

	FeedReader(ExecutionGraphQlService service, TestLog log) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.log = log;
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
		this.log.catchUp();
		return Objects.requireNonNull(messages(document, where, from.toString())
			.takeWhile((message) -> !"HEARTBEAT".equals(message.get("type")))
			.collectList()
			.block(LIMIT));
	}

}

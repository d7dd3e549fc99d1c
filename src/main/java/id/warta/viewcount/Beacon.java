package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.util.List;
import java.util.Map;

import graphql.GraphQLError;
import id.warta.platform.InvalidInputException;
import id.warta.platform.failure.GraphQlErrors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Counts views of pages that don't speak GraphQL, as {@code navigator.sendBeacon} sends
 * them (W3C Beacon): whatever the body holds, nobody reads it, nor the answer.
 */
class Beacon {

	/** No slug is longer. */
	private static final int LONGEST = 1000;

	private final Readings readings;

	Beacon(Readings readings) {
		this.readings = readings;
	}

	/**
	 * Counts a view of the article whose slug the path holds.
	 */
	Mono<ServerResponse> record(ServerRequest request) {
		Reader reader = Reader.of(request.headers().asHttpHeaders(), request.remoteAddress().orElse(null));
		return Mono.defer(() -> record(request.pathVariable("slug"), request, reader))
			.flatMap(Beacon::answer)
			.onErrorResume(InvalidInputException.class, (ex) -> refuse(HttpStatus.BAD_REQUEST, GraphQlErrors.of(ex)));
	}

	private Mono<ViewOutcome> record(String slug, ServerRequest request, Reader reader) {
		if (slug.indexOf('\0') >= 0 || slug.length() > LONGEST) {
			return Mono.just(ViewOutcome.NO_SUCH_ARTICLE);
		}
		return this.readings.record(ArticleKey.slug(slug), request.queryParam("visitor").map(Visitor::new).orElse(null),
				request.queryParam("referrer").orElse(null), reader);
	}

	private static Mono<ServerResponse> answer(ViewOutcome outcome) {
		return switch (outcome) {
			case COUNTED, ALREADY_COUNTED, WAITING, TOO_MANY_VISITORS, CRAWLER, FETCHED_AHEAD, STAFF ->
				ServerResponse.noContent().build();
			case NO_SUCH_ARTICLE -> refuse(HttpStatus.NOT_FOUND, RecordViewError.NOT_FOUND);
			case UNAVAILABLE -> refuse(HttpStatus.SERVICE_UNAVAILABLE, RecordViewError.COUNTER_UNAVAILABLE);
		};
	}

	private static Mono<ServerResponse> refuse(HttpStatus status, RecordViewError error) {
		return refuse(status, GraphQlErrors.of(error.code(), error.message()));
	}

	private static Mono<ServerResponse> refuse(HttpStatus status, GraphQLError error) {
		return ServerResponse.status(status).bodyValue(Map.of("errors", List.of(error.toSpecification())));
	}

}

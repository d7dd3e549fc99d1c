package id.warta.platform.http;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * Refuses what the framework's own route would refuse without saying why. JSON alone
 * comes in, so that no page can send a request without its browser asking first whether
 * it may.
 */
final class Refusals {

	private static final List<MediaType> OUT = List.of(MediaTypes.APPLICATION_GRAPHQL_RESPONSE,
			MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);

	private static final List<MediaType> IN = List.of(MediaType.APPLICATION_JSON);

	private Refusals() {
	}

	/**
	 * What is refused at GraphQL's path.
	 */
	static RouterFunction<ServerResponse> at(String path) {
		RequestPredicate here = RequestPredicates.path(path);
		RequestPredicate post = RequestPredicates.method(HttpMethod.POST);
		RequestPredicate json = RequestPredicates.contentType(MediaType.APPLICATION_JSON);
		RequestPredicate readable = RequestPredicates.accept(OUT.toArray(MediaType[]::new));
		return RouterFunctions.route()
			.route(here.and(post.negate()),
					(request) -> Mono
						.error(() -> new MethodNotAllowedException(request.method(), List.of(HttpMethod.POST))))
			.route(here.and(json.negate()), (request) -> Mono
				.error(() -> new UnsupportedMediaTypeStatusException(request.headers().contentType().orElse(null), IN)))
			.route(here.and(readable.negate()), (request) -> Mono.error(() -> new NotAcceptableStatusException(OUT)))
			.build();
	}

}

package id.warta.platform.http;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebInputException;

/**
 * Reads a GraphQL request out of an HTTP request. Unlike the framework's own way, an
 * empty body is an error, and so is a value of the wrong type.
 */
final class RequestReader {

	private static final ParameterizedTypeReference<Map<String, Object>> BODY = new ParameterizedTypeReference<>() {
	};

	private RequestReader() {
	}

	/**
	 * Reads it.
	 * @return the request; an error with status 400 or 413 if it is none
	 */
	static Mono<WebGraphQlRequest> read(ServerRequest request) {
		return request.bodyToMono(BODY)
			.switchIfEmpty(Mono.error(() -> new ServerWebInputException("The body must be a JSON object")))
			.map((body) -> new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), request.cookies(),
					request.remoteAddress().orElse(null), request.attributes(), body,
					request.exchange().getRequest().getId(), request.exchange().getLocaleContext().getLocale()));
	}

}

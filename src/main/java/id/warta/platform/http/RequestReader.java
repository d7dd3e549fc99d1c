package id.warta.platform.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import id.warta.platform.limit.ReadOnly;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebInputException;

/**
 * Reads a GraphQL request out of an HTTP request. Unlike the framework's own way, an
 * empty body is an error, and so is a value of the wrong type.
 */
public final class RequestReader {

	private static final ParameterizedTypeReference<Map<String, Object>> BODY = new ParameterizedTypeReference<>() {
	};

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private static final Map<String, Function<String, Object>> PARAMETERS = Map.of("query", (text) -> text,
			"operationName", (text) -> text, "variables", RequestReader::object, "extensions", RequestReader::object);

	private RequestReader() {
	}

	/**
	 * Reads it.
	 * @return the request; an error with status 400 or 413 if it is none
	 */
	public static Mono<WebGraphQlRequest> read(ServerRequest request) {
		return Mono.defer(() -> ReaderBody.bounded(request).bodyToMono(BODY))
			.switchIfEmpty(Mono.error(() -> new ServerWebInputException("The body must be a JSON object")))
			.map((body) -> of(request, body));
	}

	/**
	 * Reads one that has everything in its address, and therefore may only read.
	 * @return the request; an error with status 400 if it is none
	 */
	public static Mono<WebGraphQlRequest> readQuery(ServerRequest request) {
		return Mono.fromSupplier(() -> {
			Map<String, Object> body = new HashMap<>();
			PARAMETERS.forEach((name, read) -> request.queryParam(name)
				.filter((text) -> !text.isEmpty())
				.ifPresent((text) -> body.put(name, read.apply(text))));
			ReadOnly.mark(request.attributes());
			return of(request, body);
		});
	}

	private static Object object(String text) {
		try {
			return JsonMapper.shared().readValue(text, OBJECT);
		}
		catch (JacksonException ex) {
			throw new ServerWebInputException("A parameter must be a JSON object");
		}
	}

	private static WebGraphQlRequest of(ServerRequest request, Map<String, Object> body) {
		return new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), request.cookies(),
				request.remoteAddress().orElse(null), request.attributes(), body,
				request.exchange().getRequest().getId(), request.exchange().getLocaleContext().getLocale());
	}

}

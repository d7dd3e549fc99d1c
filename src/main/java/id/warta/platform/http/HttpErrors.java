package id.warta.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import id.warta.platform.failure.Correlation;
import id.warta.platform.failure.Failure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers requests that never reach the GraphQL engine, in the shape of a GraphQL error.
 * A code says what was wrong; nothing of the request or of the failure is repeated.
 */
@Component
@Order(-2)
class HttpErrors implements WebExceptionHandler {

	private final JsonMapper json;

	HttpErrors(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		ServerHttpResponse response = exchange.getResponse();
		HttpStatusCode status = status(failure);
		if (response.isCommitted() || !response.setStatusCode(status)) {
			return Mono.error(failure);
		}
		if (failure instanceof ErrorResponse known) {
			response.getHeaders().putAll(known.getHeaders());
		}
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
		byte[] body = body(status, failure).getBytes(StandardCharsets.UTF_8);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private static HttpStatusCode status(Throwable failure) {
		if (hasCause(failure, DataBufferLimitException.class)) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		if (failure instanceof ErrorResponse known) {
			return known.getStatusCode();
		}
		if (failure instanceof DecodingException) {
			return HttpStatus.BAD_REQUEST;
		}
		return (Failure.of(failure) == Failure.UNAVAILABLE) ? HttpStatus.SERVICE_UNAVAILABLE
				: HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private String body(HttpStatusCode status, Throwable failure) {
		if (status.is5xxServerError()) {
			Failure kind = Failure.of(failure);
			Correlation correlation = new Correlation();
			correlation.log(kind, failure);
			return error(kind.message(), Map.of("code", kind.name(), "correlationId", correlation.id()));
		}
		HttpStatus known = HttpStatus.resolve(status.value());
		return error(message(known), Map.of("code", (known != null) ? code(known) : "BAD_REQUEST"));
	}

	private static String code(HttpStatus status) {
		return (status == HttpStatus.CONTENT_TOO_LARGE) ? "REQUEST_TOO_LARGE" : status.name();
	}

	private static String message(@Nullable HttpStatus status) {
		if (status == null) {
			return "The request is not understood";
		}
		return switch (status) {
			case NOT_FOUND -> "There is nothing at this address";
			case METHOD_NOT_ALLOWED -> "This method is not offered here";
			case UNSUPPORTED_MEDIA_TYPE -> "The body must be of the type application/json";
			case NOT_ACCEPTABLE -> "None of the types asked for is offered";
			case CONTENT_TOO_LARGE -> "The request is too large";
			default -> "The request is not understood: a GraphQL request is a JSON object with the text 'query'";
		};
	}

	private String error(String message, Map<String, String> extensions) {
		return this.json
			.writeValueAsString(Map.of("errors", List.of(Map.of("message", message, "extensions", extensions))));
	}

}

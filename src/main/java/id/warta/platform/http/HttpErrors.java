package id.warta.platform.http;

import java.util.Map;

import id.warta.platform.failure.Correlation;
import id.warta.platform.failure.Failure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Says what went wrong with a request in the shape that GraphQL's clients know, and
 * nothing to clients that have left.
 */
class HttpErrors implements WebExceptionHandler {

	private final HttpRefusals refusals;

	HttpErrors(HttpRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return Mono.empty();
		}
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		HttpStatus status = status(failure);
		return (status != null) ? refuse(exchange.getResponse(), status, failure)
				: fail(exchange.getResponse(), failure);
	}

	/** Null where the fault isn't the client's. */
	private static @Nullable HttpStatus status(Throwable failure) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		if (root instanceof DataBufferLimitException) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		if (failure instanceof ResponseStatusException known && known.getStatusCode().is4xxClientError()) {
			HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
			return (status != null) ? status : HttpStatus.BAD_REQUEST;
		}
		return (failure instanceof DecodingException || failure instanceof InvalidMediaTypeException)
				? HttpStatus.BAD_REQUEST : null;
	}

	private Mono<Void> refuse(ServerHttpResponse response, HttpStatus status, Throwable failure) {
		if (failure instanceof ResponseStatusException known) {
			response.getHeaders().putAll(known.getHeaders());
		}
		String code = (status == HttpStatus.CONTENT_TOO_LARGE) ? "REQUEST_TOO_LARGE" : status.name();
		return this.refusals.write(response, status, code, message(status));
	}

	/** Repeats nothing of the request, nor of the exception. */
	private static String message(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> "There is nothing at this address";
			case GONE -> "What was at this address is gone for good";
			case METHOD_NOT_ALLOWED -> "This method is not offered here";
			case UNSUPPORTED_MEDIA_TYPE -> "The body must be of the type application/json";
			case NOT_ACCEPTABLE -> "None of the types asked for is offered";
			case CONTENT_TOO_LARGE -> "The request is too large";
			default -> "The request is not understood: a GraphQL request is a JSON object with the text 'query'";
		};
	}

	private Mono<Void> fail(ServerHttpResponse response, Throwable failure) {
		Failure kind = Failure.of(failure);
		Correlation correlation = new Correlation();
		correlation.log(kind, failure);
		HttpStatus status = (kind == Failure.INTERNAL_ERROR) ? HttpStatus.INTERNAL_SERVER_ERROR
				: HttpStatus.SERVICE_UNAVAILABLE;
		return this.refusals.write(response, status, kind.message(),
				Map.of("code", kind.name(), "correlationId", correlation.id()));
	}

}

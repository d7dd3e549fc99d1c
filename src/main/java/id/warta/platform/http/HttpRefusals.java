package id.warta.platform.http;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Writes what is refused in the shape that GraphQL's clients know.
 */
@Component
public class HttpRefusals {

	private final JsonMapper json;

	HttpRefusals(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Answers with an error.
	 * @param code what a program reads
	 * @param message what a person reads
	 */
	public Mono<Void> write(ServerHttpResponse response, HttpStatus status, String code, String message) {
		return write(response, status, message, Map.of("code", code));
	}

	Mono<Void> write(ServerHttpResponse response, HttpStatus status, String message, Map<String, String> extensions) {
		Map<String, ?> body = Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)));
		DataBuffer buffer = response.bufferFactory().wrap(this.json.writeValueAsBytes(body));
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setCacheControl(CacheControl.noStore());
		return response.writeWith(Mono.just(buffer));
	}

}

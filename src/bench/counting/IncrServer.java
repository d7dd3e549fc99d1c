import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The least that counts over HTTP: a WebFlux route that does one {@code INCR}, and answers what a beacon answers.
 */
final class IncrServer {

	private final RedisReactiveCommands<String, String> redis;

	private IncrServer(RedisReactiveCommands<String, String> redis) {
		this.redis = redis;
	}

	/**
	 * Runs until its input ends. It tells its port in its first line of output.
	 */
	public static void main(String[] arguments) throws Exception {
		Map<String, String> environment = System.getenv();
		RedisURI uri = RedisURI.builder()
			.withHost("127.0.0.1")
			.withPort(Integer.parseInt(environment.get("REDIS_PORT")))
			.withPassword(environment.get("REDIS_PASSWORD").toCharArray())
			.build();
		IncrServer server = new IncrServer(RedisClient.create(uri).connect().reactive());
		ReactorHttpHandlerAdapter http = new ReactorHttpHandlerAdapter(RouterFunctions
			.toHttpHandler(RouterFunctions.route().POST("/views/{slug}", server::count).build()));
		DisposableServer running = HttpServer.create().host("127.0.0.1").port(0).handle(http).bindNow();
		System.out.println(running.port());
		new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
		System.exit(0);
	}

	private Mono<ServerResponse> count(ServerRequest request) {
		return this.redis.incr("bench:" + request.pathVariable("slug"))
			.flatMap((count) -> ServerResponse.noContent().build());
	}

}

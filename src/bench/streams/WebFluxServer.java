import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * What {@link BareServer} does, by the shortest way that WebFlux offers: a handler of sessions that share a flux of
 * ready texts.
 */
final class WebFluxServer implements WebSocketHandler {

	private static final String ACK = "{\"type\":\"connection_ack\"}";

	private static final String HEARTBEAT = """
			{"id":"1","type":"next","payload":{"data":{"breakingNews":{"type":"HEARTBEAT","revision":null}}}}""";

	private final Sinks.Many<String> flashes = Sinks.many().multicast().directBestEffort();

	private WebFluxServer() {
	}

	public static void main(String[] arguments) throws Exception {
		new WebFluxServer().run();
	}

	private void run() throws Exception {
		HandshakeWebSocketService handshakes = new HandshakeWebSocketService();
		ReactorHttpHandlerAdapter http = new ReactorHttpHandlerAdapter(
				WebHttpHandlerBuilder.webHandler((exchange) -> handshakes.handleRequest(exchange, this)).build());
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(http).bindNow();
		System.out.println(server.port());
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			this.flashes.tryEmitNext(line);
		}
		System.exit(0);
	}

	@Override
	public List<String> getSubProtocols() {
		return List.of("graphql-transport-ws");
	}

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		return session.send(session.receive()
			.map(WebSocketMessage::getPayloadAsText)
			.flatMap(this::answers)
			.map(session::textMessage));
	}

	private Flux<String> answers(String message) {
		return message.contains("\"subscribe\"") ? Flux.merge(this.flashes.asFlux(), Flux.just(HEARTBEAT)) : Flux.just(ACK);
	}

}

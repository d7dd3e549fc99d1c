package id.warta.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's WebSocket for tests, which speaks whatever it is told to.
 */
public final class GraphQlSocket implements AutoCloseable, WebSocket.Listener {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final int PATIENCE = 20;

	private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<String> closed = new CompletableFuture<>();

	private final StringBuilder partial = new StringBuilder();

	private @Nullable WebSocket socket;

	/**
	 * Opens one.
	 */
	public static GraphQlSocket open(int port) {
		return open(port, "graphql-transport-ws");
	}

	public static GraphQlSocket open(int port, @Nullable String subprotocol) {
		return open(port, subprotocol, CLIENT.newWebSocketBuilder());
	}

	private static GraphQlSocket open(int port, @Nullable String subprotocol, WebSocket.Builder builder) {
		GraphQlSocket opened = new GraphQlSocket();
		if (subprotocol != null) {
			builder.subprotocols(subprotocol);
		}
		opened.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), opened).join();
		return opened;
	}

	/**
	 * Opens one, and waits for the acknowledgement.
	 */
	public static GraphQlSocket connect(int port) {
		return acknowledged(open(port));
	}

	/**
	 * The same for a client that says what it is.
	 */
	public static GraphQlSocket connect(int port, String userAgent) {
		return acknowledged(
				open(port, "graphql-transport-ws", CLIENT.newWebSocketBuilder().header("User-Agent", userAgent)));
	}

	/**
	 * The same for somebody of the staff.
	 */
	public static GraphQlSocket connectAs(int port, String token) {
		return acknowledged(open(port),
				"{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"Bearer " + token + "\"}}");
	}

	private static GraphQlSocket acknowledged(GraphQlSocket connected) {
		return acknowledged(connected, "{\"type\": \"connection_init\"}");
	}

	private static GraphQlSocket acknowledged(GraphQlSocket connected, String init) {
		connected.send(init);
		if (!"connection_ack".equals(connected.take().get("type"))) {
			throw new AssertionError("not acknowledged");
		}
		return connected;
	}

	public WebSocket socket() {
		return Objects.requireNonNull(this.socket);
	}

	public void send(String text) {
		socket().sendText(text, true).join();
	}

	public void sendBinary() {
		socket().sendBinary(ByteBuffer.wrap(new byte[] { 1 }), true).join();
	}

	/**
	 * Begins an operation.
	 */
	public GraphQlSocket subscribe(String id, String query, Map<String, ?> variables) {
		send(JsonMapper.shared()
			.writeValueAsString(
					Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query, "variables", variables))));
		return this;
	}

	public GraphQlSocket subscribe(String id, String query) {
		return subscribe(id, query, Map.of());
	}

	/**
	 * The next message.
	 */
	public Map<String, Object> take() {
		try {
			Map<String, Object> message = this.messages.poll(PATIENCE, TimeUnit.SECONDS);
			if (message == null) {
				throw new AssertionError("No message came; closed: " + this.closed.getNow("not"));
			}
			return message;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * The next message that a test waits for; those before it are thrown away.
	 */
	public Map<String, Object> take(Predicate<Map<String, Object>> wanted) {
		Map<String, Object> message = take();
		while (!wanted.test(message)) {
			message = take();
		}
		return message;
	}

	/**
	 * The code of the first error of the next {@code error} message.
	 */
	public String errorCode() {
		Object errors = take((message) -> "error".equals(message.get("type"))).get("payload");
		return String.valueOf(in(errors, 0, "extensions", "code"));
	}

	/**
	 * What the next {@code next} message says of a subscription's field.
	 */
	@SuppressWarnings("unchecked")
	public Map<String, Object> event(String field) {
		return (Map<String, Object>) Objects
			.requireNonNull(in(take((message) -> "next".equals(message.get("type"))), "payload", "data", field));
	}

	/**
	 * A value within a message.
	 */
	public static @Nullable Object in(@Nullable Object value, Object... path) {
		Object found = value;
		for (Object step : path) {
			found = (step instanceof Integer index) ? ((java.util.List<?>) Objects.requireNonNull(found)).get(index)
					: ((Map<?, ?>) Objects.requireNonNull(found)).get(step);
		}
		return found;
	}

	/**
	 * The code and the words it was closed with.
	 */
	public String closed() {
		return this.closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.partial.append(data);
		if (last) {
			this.messages.add(JsonMapper.shared().readValue(this.partial.toString(), new TypeReference<>() {
			}));
			this.partial.setLength(0);
		}
		return WebSocket.Listener.super.onText(webSocket, data, last);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(statusCode + " " + reason);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closed.complete("broken");
	}

	@Override
	public void close() {
		socket().abort();
	}

}

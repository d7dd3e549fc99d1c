package id.warta.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A browser's {@code EventSource} for tests, which doesn't come back by itself.
 */
public final class EventSource implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final int PATIENCE = 20;

	/** Stands for the end of the stream. */
	private static final Map<String, String> END = Map.of("event", "end of stream");

	private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>();

	private final HttpResponse<InputStream> response;

	private EventSource(HttpResponse<InputStream> response) {
		this.response = response;
		Thread reader = new Thread(this::read, "event-source");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Opens one.
	 * @param lastEventId the last id that it got before; null at first
	 */
	public static EventSource get(int port, String query, @Nullable String lastEventId) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(
					"http://localhost:" + port + "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
			.header("Accept", "text/event-stream");
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
		}
		return open(request);
	}

	public static EventSource post(int port, String body) {
		return open(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
			.header("Accept", "text/event-stream")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static EventSource open(HttpRequest.Builder request) {
		try {
			return new EventSource(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	public int status() {
		return this.response.statusCode();
	}

	/**
	 * What an answer holds that is no stream of events.
	 */
	public String body() {
		StringBuilder body = new StringBuilder();
		for (Map<String, String> event = take(); event != END; event = take()) {
			body.append(event);
		}
		return body.toString();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			Map<String, String> event = new HashMap<>();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("{")) {
					this.events.add(Map.of("body", line));
					continue;
				}
				if (line.isEmpty()) {
					this.events.add(event);
					event = new HashMap<>();
				}
				else {
					int colon = Math.max(0, line.indexOf(':'));
					event.put(line.substring(0, colon), line.substring(colon + 1).strip());
				}
			}
		}
		catch (IOException ex) {
			// Ends it as well
		}
		this.events.add(END);
	}

	/**
	 * The next block of fields by their names; a comment's name is empty.
	 */
	public Map<String, String> take() {
		try {
			Map<String, String> event = this.events.poll(PATIENCE, TimeUnit.SECONDS);
			if (event == null) {
				throw new AssertionError("No event came");
			}
			return event;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * The next one that isn't a comment or a heartbeat.
	 */
	public Map<String, String> event() {
		Map<String, String> event = take();
		while (!event.containsKey("event") && !event.containsKey("retry")) {
			event = take();
		}
		return event;
	}

	/**
	 * Whether what was taken is the end of the stream.
	 */
	public boolean isOver(Map<String, String> taken) {
		return taken == END;
	}

	/**
	 * Whether nothing more comes.
	 */
	public boolean isAtEnd() {
		return take() == END;
	}

	@Override
	public void close() {
		try {
			this.response.body().close();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}

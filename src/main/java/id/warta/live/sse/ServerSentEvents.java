package id.warta.live.sse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import id.warta.live.Message;
import org.jspecify.annotations.Nullable;

/**
 * Events as <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the
 * HTML standard</a> has them, with the names of
 * <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">GraphQL over
 * SSE</a>. An {@code EventSource} that comes back says the last {@code id} that it got.
 */
final class ServerSentEvents {

	/** What the id of a stream ends with that has ended for good. */
	private static final String FINAL = ".end";

	private static final byte[] NOTHING = bytes(":\n\n");

	private ServerSentEvents() {
	}

	/**
	 * A message: with its id, and as a heartbeat with that alone, which no page is
	 * bothered with.
	 */
	static byte[] of(Message message) {
		return message.isHeartbeat() ? bytes("id: " + message.cursor() + "\n\n")
				: next(message.cursor(), message.json());
	}

	/**
	 * A result.
	 * @param id where to go on from behind it; null or empty if there is no such place
	 * @param json the result, in one line
	 */
	static byte[] next(@Nullable String id, byte[] json) {
		byte[] head = bytes(((id != null && !id.isEmpty()) ? "id: " + id + "\n" : "") + "event: next\ndata: ");
		byte[] event = new byte[head.length + json.length + 2];
		System.arraycopy(head, 0, event, 0, head.length);
		System.arraycopy(json, 0, event, head.length, json.length);
		event[event.length - 2] = '\n';
		event[event.length - 1] = '\n';
		return event;
	}

	/**
	 * The end of an answer.
	 */
	static byte[] complete() {
		return bytes("event: complete\ndata: {}\n\n");
	}

	/**
	 * The end of a stream for good: whoever comes back with this id is told so.
	 * @param cursor the last event's
	 */
	static byte[] completeForGood(String cursor) {
		return bytes("id: " + cursor + FINAL + "\nevent: complete\ndata: {}\n\n");
	}

	/**
	 * Whether an id is one of a stream that has ended for good.
	 */
	static boolean isFinal(String id) {
		return id.endsWith(FINAL);
	}

	/**
	 * When to come back once the connection ends.
	 * @param cursor where to go on from; empty if nobody knows
	 */
	static byte[] retry(Duration after, String cursor) {
		return bytes((cursor.isEmpty() ? "" : "id: " + cursor + "\n") + "retry: " + after.toMillis() + "\n\n");
	}

	/**
	 * Nothing, but it shows that the connection is there.
	 */
	static byte[] comment() {
		return NOTHING;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

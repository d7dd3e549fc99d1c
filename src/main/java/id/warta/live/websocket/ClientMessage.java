package id.warta.live.websocket;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the client's, checked as the protocol wants it.
 *
 * @param type what it is
 * @param id the operation's; empty where the type has none
 * @param payload what it holds; null if it holds nothing
 */
record ClientMessage(Type type, String id, @Nullable Map<String, Object> payload) {

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private static final Set<String> PARTS = Set.of("variables", "extensions");

	private static final List<String> HEADER = List.of("authorization", "Authorization");

	private static final String BEARER = "Bearer ";

	private static final int MAX_ID = 256;

	/**
	 * What clients may send.
	 */
	enum Type {

		CONNECTION_INIT, PING, PONG, SUBSCRIBE, COMPLETE;

		static Type of(@Nullable Object name) throws BadMessageException {
			for (Type type : values()) {
				if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
					return type;
				}
			}
			throw new BadMessageException("Unknown message type");
		}

	}

	/**
	 * It is none.
	 */
	static final class BadMessageException extends Exception {

		/**
		 * Creates one.
		 * @param why a short sentence that holds nothing of the message
		 */
		BadMessageException(String why) {
			super(why, null, false, false);
		}

		CloseReason reason() {
			return CloseReason.badMessage(String.valueOf(getMessage()));
		}

	}

	/**
	 * The bearer token that the payload of {@code connection_init} holds; null if it
	 * holds none.
	 */
	@Nullable String bearerToken() {
		if (this.payload == null) {
			return null;
		}
		for (String name : HEADER) {
			if (this.payload.get(name) instanceof String header) {
				return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
						? header.substring(BEARER.length()).strip() : header.strip();
			}
		}
		return (this.payload.get("token") instanceof String token) ? token.strip() : null;
	}

	/**
	 * Reads one.
	 * @throws BadMessageException if it isn't one
	 */
	static ClientMessage read(byte[] text, JsonMapper json) throws BadMessageException {
		Map<String, Object> message = object(text, json);
		Type type = Type.of(message.get("type"));
		Map<String, Object> payload = payload(message);
		return switch (type) {
			case CONNECTION_INIT, PING, PONG -> new ClientMessage(type, "", payload);
			case COMPLETE -> new ClientMessage(type, id(message), null);
			case SUBSCRIBE -> new ClientMessage(type, id(message), request(payload));
		};
	}

	private static Map<String, Object> object(byte[] text, JsonMapper json) throws BadMessageException {
		try {
			Map<String, Object> message = json.readValue(text, OBJECT);
			if (message != null) {
				return message;
			}
		}
		catch (JacksonException ex) {
			// Told below
		}
		throw new BadMessageException("A message is a JSON object");
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Map<String, Object> payload(Map<String, Object> message) throws BadMessageException {
		Object payload = message.get("payload");
		if (payload != null && !(payload instanceof Map)) {
			throw new BadMessageException("The payload must be an object");
		}
		return (Map<String, Object>) payload;
	}

	private static String id(Map<String, Object> message) throws BadMessageException {
		if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= MAX_ID) {
			return id;
		}
		throw new BadMessageException("The id must be a text of 1 to " + MAX_ID + " characters");
	}

	private static Map<String, Object> request(@Nullable Map<String, Object> payload) throws BadMessageException {
		if (payload == null || !(payload.get("query") instanceof String query) || query.isBlank()) {
			throw new BadMessageException("The payload must have the text 'query'");
		}
		if (payload.get("operationName") != null && !(payload.get("operationName") instanceof String)) {
			throw new BadMessageException("'operationName' must be a text");
		}
		for (String part : PARTS) {
			if (payload.get(part) != null && !(payload.get(part) instanceof Map)) {
				throw new BadMessageException("'" + part + "' must be an object");
			}
		}
		return payload;
	}

}

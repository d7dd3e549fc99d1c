package id.warta.live.websocket;

/**
 * Why a connection is closed: the code and the words of the close frame. Codes from 4400
 * on are those of <a href=
 * "https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md">the
 * protocol</a>, the others those of RFC 6455 and of its registry.
 *
 * @param code what a program reads
 * @param text what a person reads, or a program that knows Warta; of 123 bytes at most
 */
record CloseReason(int code, String text) {

	static final CloseReason NORMAL = new CloseReason(1000, "");

	static final CloseReason PROTOCOL_ERROR = new CloseReason(1002, "Not a valid frame");

	static final CloseReason TOO_BIG = new CloseReason(1009, "Message too big");

	static final CloseReason INTERNAL_ERROR = new CloseReason(1011, "Internal error");

	static final CloseReason TOO_MANY_CONNECTIONS = new CloseReason(1013, "TOO_MANY_CONNECTIONS");

	static final CloseReason UNAVAILABLE = new CloseReason(1013, "UNAVAILABLE");

	static final CloseReason UNAUTHORIZED = new CloseReason(4401, "Unauthorized");

	static final CloseReason BAD_SUBPROTOCOL = new CloseReason(4406, "Subprotocol not acceptable");

	static final CloseReason INIT_TIMEOUT = new CloseReason(4408, "Connection initialisation timeout");

	static final CloseReason TOO_MANY_INITS = new CloseReason(4429, "Too many initialisation requests");

	static CloseReason badMessage(String why) {
		return new CloseReason(4400, why);
	}

	/**
	 * An operation's id that another one has.
	 */
	static CloseReason duplicate(String id) {
		String shown = (id.length() <= 40 && id.chars().allMatch((c) -> c > ' ' && c < 127)) ? id : "this id";
		return new CloseReason(4409, "Subscriber for " + shown + " already exists");
	}

	/**
	 * The token of {@code connection_init} is not accepted.
	 * @param code why, as errors say it
	 */
	static CloseReason forbidden(String code) {
		return new CloseReason(4403, "{\"code\":\"" + code + "\"}");
	}

	/**
	 * The server restarts.
	 * @param retry after how many milliseconds the client should come again
	 */
	static CloseReason restart(long retry) {
		return new CloseReason(1012, "{\"code\":\"SHUTTING_DOWN\",\"retry\":" + retry + "}");
	}

}

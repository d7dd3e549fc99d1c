import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * WebSocket frames (RFC 6455, section 5.2) as bytes, to be made once and sent often.
 */
final class Frames {

	static final int TEXT = 1;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	private static final int FINAL = 0x80;

	private static final int MASKED = 0x80;

	private static final int LONG = 126;

	private Frames() {
	}

	/**
	 * A server's.
	 */
	static ByteBuf served(String text) {
		return frame(TEXT, bytes(text), false);
	}

	/**
	 * A client's. Its mask is zero, which leaves the text as it is.
	 */
	static ByteBuf sent(int opcode, byte[] payload) {
		return frame(opcode, payload, true);
	}

	static ByteBuf sent(String text) {
		return sent(TEXT, bytes(text));
	}

	private static ByteBuf frame(int opcode, byte[] payload, boolean masked) {
		ByteBuf frame = Unpooled.directBuffer(payload.length + 8);
		int mask = masked ? MASKED : 0;
		frame.writeByte(FINAL | opcode);
		if (payload.length < LONG) {
			frame.writeByte(mask | payload.length);
		}
		else {
			frame.writeByte(mask | LONG).writeShort(payload.length);
		}
		if (masked) {
			frame.writeInt(0);
		}
		return frame.writeBytes(payload);
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

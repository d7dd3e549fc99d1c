package id.warta.live.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import id.warta.live.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Writes frames as RFC 6455 has them from a server: unmasked, and each a whole message.
 */
final class Frames {

	private static final int FINAL = 0x80;

	private static final int TEXT = 0x1;

	private static final int CLOSE = 0x8;

	private static final int PING = 0x9;

	private static final int PONG = 0xA;

	/** What the first byte of a length says that stands in two or eight bytes behind. */
	private static final int TWO_BYTES = 126;

	private static final int EIGHT_BYTES = 127;

	private static final byte[] END = { '}' };

	private static final ByteBuf SHARED_END = Unpooled
		.unreleasableBuffer(Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(END.length).put(END).flip()));

	private static final byte[] NOTHING = {};

	private Frames() {
	}

	static ByteBuf text(ByteBufAllocator allocator, byte[] text) {
		return whole(allocator, TEXT, text);
	}

	static ByteBuf ping(ByteBufAllocator allocator) {
		return whole(allocator, PING, NOTHING);
	}

	static ByteBuf pong(ByteBufAllocator allocator, ByteBuf payload) {
		byte[] bytes = new byte[payload.readableBytes()];
		payload.getBytes(payload.readerIndex(), bytes);
		return whole(allocator, PONG, bytes);
	}

	static ByteBuf close(ByteBufAllocator allocator, CloseReason reason) {
		byte[] text = reason.text().getBytes(StandardCharsets.UTF_8);
		ByteBuf frame = allocator.directBuffer(4 + text.length);
		return frame.writeByte(FINAL | CLOSE).writeByte(2 + text.length).writeShort(reason.code()).writeBytes(text);
	}

	private static ByteBuf whole(ByteBufAllocator allocator, int opcode, byte[] payload) {
		ByteBuf frame = allocator.directBuffer(headSize(payload.length) + payload.length);
		head(frame, opcode, payload.length);
		return frame.writeBytes(payload);
	}

	private static int headSize(int length) {
		return (length < TWO_BYTES) ? 2 : (length <= 0xffff) ? 4 : 10;
	}

	private static void head(ByteBuf frame, int opcode, int length) {
		frame.writeByte(FINAL | opcode);
		if (length < TWO_BYTES) {
			frame.writeByte(length);
		}
		else if (length <= 0xffff) {
			frame.writeByte(TWO_BYTES).writeShort(length);
		}
		else {
			frame.writeByte(EIGHT_BYTES).writeLong(length);
		}
	}

	/**
	 * Writes a {@code next} message of a stream. Operations of one id, as most clients
	 * have only one, share all of the frame; others share the payload.
	 * @param head what {@link #nextHead} gave
	 */
	static void writeNext(ChannelHandlerContext context, Message message, String id, byte[] head) {
		ChannelPromise promise = context.voidPromise();
		ByteBuf shared = message.frame(id, () -> next(message, head));
		if (shared != null) {
			context.write(shared, promise);
			return;
		}
		ByteBuf start = context.alloc().directBuffer(headSize(length(message, head)) + head.length);
		head(start, TEXT, length(message, head));
		context.write(start.writeBytes(head), promise);
		context.write(message.direct(), promise);
		context.write(SHARED_END.duplicate(), promise);
	}

	private static int length(Message message, byte[] head) {
		return head.length + message.json().length + END.length;
	}

	private static ByteBuf next(Message message, byte[] head) {
		int length = length(message, head);
		ByteBuf frame = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(headSize(length) + length)).clear();
		head(frame, TEXT, length);
		return frame.writeBytes(head).writeBytes(message.json()).writeBytes(END);
	}

	/**
	 * What stands before the payload of a {@code next} message.
	 * @param id the operation's id as JSON
	 */
	static byte[] nextHead(String id) {
		return ("{\"id\":" + id + ",\"type\":\"next\",\"payload\":").getBytes(StandardCharsets.UTF_8);
	}

}

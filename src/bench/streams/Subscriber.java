import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * One subscriber to breaking news by graphql-transport-ws. It reads as little of what it gets as it can: the number
 * that a flash has instead of a revision, and the cursor if it is to come back.
 */
final class Subscriber extends ChannelInboundHandlerAdapter {

	private static final String QUERY = "subscription($after:String){breakingNews(after:$after)"
			+ "{type cursor occurredAt articleId revision reason article{title slug}}}";

	private static final ByteBuf UPGRADE = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(Frames.bytes("""
			GET /graphql HTTP/1.1\r
			Host: localhost\r
			Connection: Upgrade\r
			Upgrade: websocket\r
			Sec-WebSocket-Version: 13\r
			Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
			Sec-WebSocket-Protocol: graphql-transport-ws\r
			\r
			""")));

	private static final ByteBuf INIT = Unpooled.unreleasableBuffer(Frames.sent("{\"type\":\"connection_init\"}"));

	private static final ByteBuf PONG = Unpooled.unreleasableBuffer(Frames.sent("{\"type\":\"pong\"}"));

	private static final ByteBuf FROM_NOW = Unpooled.unreleasableBuffer(subscribe(""));

	private static final byte[] SWITCHED = Frames.bytes("HTTP/1.1 101 ");

	private static final byte[] UNAVAILABLE = Frames.bytes("HTTP/1.1 503 ");

	private static final byte[] END_OF_HEAD = Frames.bytes("\r\n\r\n");

	private static final byte[] REVISION = Frames.bytes("\"revision\":");

	private static final byte[] CURSOR = Frames.bytes("\"cursor\":\"");

	private static final byte[] ACK = Frames.bytes("\"connection_ack\"");

	private static final byte[] HEARTBEAT = Frames.bytes("\"HEARTBEAT\"");

	private static final byte[] APPLICATION_PING = Frames.bytes("\"ping\"");

	private static final byte[] SHUTTING_DOWN = Frames.bytes("\"SHUTTING_DOWN\"");

	private enum State {

		UPGRADING, INITIALISING, SUBSCRIBING, LIVE

	}

	private final Crowd crowd;

	private State state = State.UPGRADING;

	/** The beginning of a frame whose end has not come yet. */
	private ByteBuf rest;

	/** The number of the last flash. */
	private int last;

	private String cursor;

	Subscriber(Crowd crowd) {
		this.crowd = crowd;
	}

	/** Each connection has a handler of its own, which goes on where the one before it was. */
	Subscriber again() {
		Subscriber again = new Subscriber(this.crowd);
		again.last = this.last;
		again.cursor = this.cursor;
		return again;
	}

	private static ByteBuf subscribe(String variables) {
		return Frames.sent("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + QUERY + "\",\"variables\":{"
				+ variables + "}}}");
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.writeAndFlush(UPGRADE.duplicate());
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		long now = System.nanoTime();
		ByteBuf in = (ByteBuf) message;
		if (this.rest != null) {
			ByteBuf both = this.rest.writeBytes(in);
			in.release();
			this.rest = null;
			in = both;
		}
		try {
			read(context, in, now);
			if (in.isReadable()) {
				this.rest = context.alloc().buffer(2 * in.readableBytes()).writeBytes(in);
			}
		}
		finally {
			in.release();
		}
	}

	private void read(ChannelHandlerContext context, ByteBuf in, long now) {
		if (this.state == State.UPGRADING && !upgraded(context, in)) {
			return;
		}
		while (in.readableBytes() >= 2) {
			int start = in.readerIndex();
			int length = in.getByte(start + 1) & 0x7f;
			int head = (length < 126) ? 2 : 4;
			if (in.readableBytes() < head) {
				return;
			}
			length = (length < 126) ? length : in.getUnsignedShort(start + 2);
			if (in.readableBytes() < head + length) {
				return;
			}
			frame(context, in, start, start + head, start + head + length, now);
			in.readerIndex(start + head + length);
		}
	}

	private boolean upgraded(ChannelHandlerContext context, ByteBuf in) {
		int end = find(END_OF_HEAD, in, in.readerIndex(), in.writerIndex());
		if (end < 0) {
			return false;
		}
		if (!isAt(SWITCHED, in, in.readerIndex(), end)) {
			refused(context, in);
			return false;
		}
		in.readerIndex(end + END_OF_HEAD.length);
		this.state = State.INITIALISING;
		context.writeAndFlush(INIT.duplicate());
		return true;
	}

	/** A node that is about to end sends those away who come back too early. */
	private void refused(ChannelHandlerContext context, ByteBuf in) {
		if (!this.crowd.comesBack() || !isAt(UNAVAILABLE, in, in.readerIndex(), in.writerIndex())) {
			this.crowd.fail("The handshake was answered with " + text(in, in.readerIndex(), in.writerIndex()));
		}
		in.skipBytes(in.readableBytes());
		context.close();
	}

	private void frame(ChannelHandlerContext context, ByteBuf in, int start, int from, int to, long now) {
		switch (in.getByte(start) & 0x0f) {
			case Frames.TEXT -> message(context, in, from, to, now);
			case Frames.PING -> {
				byte[] payload = new byte[to - from];
				in.getBytes(from, payload);
				context.writeAndFlush(Frames.sent(Frames.PONG, payload));
			}
			case Frames.CLOSE -> {
				this.crowd.closing(text(in, from + 2, to));
				context.close();
			}
			default -> this.crowd.fail("Unexpected frame " + in.getByte(start));
		}
	}

	private void message(ChannelHandlerContext context, ByteBuf in, int from, int to, long now) {
		int revision = revision(in, from, to);
		if (revision >= 0 && Character.isDigit(in.getByte(revision))) {
			flash(number(in, revision, to), in, from, to, now);
		}
		else if (this.state == State.INITIALISING && find(ACK, in, from, to) >= 0) {
			this.state = State.SUBSCRIBING;
			context.writeAndFlush((this.cursor == null) ? FROM_NOW.duplicate()
					: subscribe("\"after\":\"" + this.cursor + "\""));
		}
		else if (find(HEARTBEAT, in, from, to) >= 0) {
			heartbeat(in, from, to);
		}
		else if (find(APPLICATION_PING, in, from, to) >= 0) {
			context.writeAndFlush(PONG.duplicate());
		}
		else if (this.crowd.comesBack() && find(SHUTTING_DOWN, in, from, to) >= 0) {
			remember(in, from, to);
		}
		else {
			this.crowd.fail("Unexpected message " + text(in, from, to));
		}
	}

	private void flash(int number, ByteBuf in, int from, int to, long now) {
		if (number != this.last + 1) {
			this.crowd.fail("Flash " + number + " came after " + this.last);
		}
		this.last = number;
		if (this.crowd.comesBack()) {
			remember(in, from, to);
		}
		if (this.crowd.delivered(number, now) == 1) {
			this.crowd.first(number, text(in, from, to));
		}
	}

	/** The first one says that the subscriber has missed nothing any more. */
	private void heartbeat(ByteBuf in, int from, int to) {
		if (this.crowd.comesBack()) {
			remember(in, from, to);
		}
		if (this.state == State.SUBSCRIBING) {
			this.state = State.LIVE;
			this.crowd.joined();
		}
	}

	private void remember(ByteBuf in, int from, int to) {
		int start = find(CURSOR, in, from, to);
		if (start >= 0) {
			start += CURSOR.length;
			this.cursor = text(in, start, in.indexOf(start, to, (byte) '"'));
		}
	}

	/** Where the revision is: mostly where the one before it was. */
	private int revision(ByteBuf in, int from, int to) {
		int likely = from + this.crowd.likely;
		if (!isAt(REVISION, in, likely, to)) {
			likely = find(REVISION, in, from, to);
			if (likely < 0) {
				return -1;
			}
			this.crowd.likely = likely - from;
		}
		return likely + REVISION.length;
	}

	private static int number(ByteBuf in, int from, int to) {
		int number = 0;
		for (int i = from; i < to && Character.isDigit(in.getByte(i)); i++) {
			number = 10 * number + in.getByte(i) - '0';
		}
		return number;
	}

	private static int find(byte[] what, ByteBuf in, int from, int to) {
		for (int i = from; i <= to - what.length; i++) {
			if (isAt(what, in, i, to)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isAt(byte[] what, ByteBuf in, int from, int to) {
		if (from + what.length > to) {
			return false;
		}
		for (int i = 0; i < what.length; i++) {
			if (in.getByte(from + i) != what[i]) {
				return false;
			}
		}
		return true;
	}

	private static String text(ByteBuf in, int from, int to) {
		return (from < to) ? in.toString(from, to - from, StandardCharsets.UTF_8) : "";
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (this.rest != null) {
			this.rest.release();
			this.rest = null;
		}
		this.crowd.gone(this, context.channel(), this.state == State.LIVE);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (!this.crowd.comesBack()) {
			this.crowd.fail("A connection failed: " + cause);
		}
		context.close();
	}

}

package id.warta.live;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * An event or a heartbeat as an operation's subscribers get it: executed and encoded
 * once, however many these are.
 */
public final class Message {

	private final long position;

	private final String cursor;

	private final byte[] json;

	private final Kind kind;

	private volatile @Nullable ByteBuf direct;

	private volatile @Nullable Framed framed;

	private volatile byte @Nullable [] serverSentEvent;

	/**
	 * Creates one.
	 * @param position the event's place in the log; of a heartbeat, up to where there was
	 * nothing to tell
	 * @param cursor where to go on from behind it
	 * @param json the execution's result
	 * @param kind what it is
	 */
	Message(long position, String cursor, byte[] json, Kind kind) {
		this.position = position;
		this.cursor = cursor;
		this.json = json;
		this.kind = kind;
	}

	private record Framed(String id, ByteBuf frame) {

	}

	/**
	 * What a message is.
	 */
	enum Kind {

		/** Something that happened. */
		EVENT,

		/** The last thing that happens: the stream is complete then. */
		LAST_EVENT,

		/** Nothing happened. */
		HEARTBEAT

	}

	long position() {
		return this.position;
	}

	/**
	 * Where to go on from behind it.
	 */
	public String cursor() {
		return this.cursor;
	}

	/**
	 * Whether it only says that nothing happened.
	 */
	public boolean isHeartbeat() {
		return this.kind == Kind.HEARTBEAT;
	}

	boolean isLast() {
		return this.kind == Kind.LAST_EVENT;
	}

	/**
	 * The execution's result as JSON, to be read only.
	 */
	public byte[] json() {
		return this.json;
	}

	/**
	 * The same outside the heap, for sockets: a view of memory that all views share, and
	 * that goes with the last of them. It need not be released.
	 */
	public ByteBuf direct() {
		ByteBuf made = this.direct;
		if (made == null) {
			ByteBuffer bytes = ByteBuffer.allocateDirect(this.json.length).put(this.json).flip();
			made = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes));
			this.direct = made;
		}
		return made.duplicate();
	}

	/**
	 * The whole frame for the operations that have the id of the first one that asked, as
	 * most have where each connection has one operation.
	 * @param id the operation's
	 * @param make makes it, of memory that goes by itself
	 * @return a view of it, as {@link #direct()} gives; null for another id
	 */
	public @Nullable ByteBuf frame(String id, Supplier<ByteBuf> make) {
		Framed known = this.framed;
		if (known == null) {
			known = new Framed(id, Unpooled.unreleasableBuffer(make.get()));
			this.framed = known;
		}
		return known.id().equals(id) ? known.frame().duplicate() : null;
	}

	/**
	 * The same as a server-sent event.
	 * @param make makes it
	 */
	public byte[] serverSentEvent(Function<Message, byte[]> make) {
		byte[] made = this.serverSentEvent;
		if (made == null) {
			made = make.apply(this);
			this.serverSentEvent = made;
		}
		return made;
	}

	int size() {
		return this.json.length;
	}

}

package id.warta.eventlog;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

import id.warta.platform.InvalidInputException;

/**
 * A place in the log: behind the event at this position. Opaque to clients.
 *
 * @param epoch which history of the log
 * @param position the position of the last event before the place, 0 if there is none
 */
public record EventCursor(UUID epoch, long position) {

	/** Tells these cursors from those of lists, which begin with a letter. */
	private static final byte FORM = 1;

	private static final int EPOCH_SIZE = 2 * Long.BYTES;

	private static final int MAX_LENGTH = 40;

	/**
	 * Reads a cursor.
	 * @param text what {@link #toString()} gave
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_CURSOR} if it is none
	 */
	public static EventCursor parse(String text, String argument) {
		if (text.length() <= MAX_LENGTH) {
			byte[] bytes = decode(text);
			if (bytes.length > 1 + EPOCH_SIZE && bytes[0] == FORM) {
				EventCursor cursor = read(ByteBuffer.wrap(bytes, 1, bytes.length - 1));
				if (cursor.toString().equals(text)) {
					return cursor;
				}
			}
		}
		throw new InvalidInputException("BAD_CURSOR", argument, "'" + argument + "' is not a cursor of a subscription");
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException notBase64) {
			return new byte[0];
		}
	}

	private static EventCursor read(ByteBuffer buffer) {
		UUID epoch = new UUID(buffer.getLong(), buffer.getLong());
		long position = 0;
		while (buffer.hasRemaining()) {
			position = position << Byte.SIZE | buffer.get() & 0xff;
		}
		return new EventCursor(epoch, position & Long.MAX_VALUE);
	}

	/**
	 * Another place in the same history.
	 */
	public EventCursor at(long other) {
		return new EventCursor(this.epoch, other);
	}

	@Override
	public String toString() {
		int size = Math.max(1, Long.BYTES - Long.numberOfLeadingZeros(this.position) / Byte.SIZE);
		ByteBuffer buffer = ByteBuffer.allocate(1 + EPOCH_SIZE + size)
			.put(FORM)
			.putLong(this.epoch.getMostSignificantBits())
			.putLong(this.epoch.getLeastSignificantBits());
		for (int i = size - 1; i >= 0; i--) {
			buffer.put((byte) (this.position >>> i * Byte.SIZE));
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
	}

}

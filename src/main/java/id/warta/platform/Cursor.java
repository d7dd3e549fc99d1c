package id.warta.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in an ordered list: the list's name and every sort key of the item before it,
 * its id last. Opaque to clients, short, and refused by any other list.
 *
 * @param list the list and its order, such as {@code articles.newest}
 * @param keys the sort keys in their order
 */
public record Cursor(String list, List<String> keys) {

	private static final String SEPARATOR = "\n";

	private static final int MAX_LENGTH = 1000;

	public static Cursor of(String list, Object... keys) {
		return new Cursor(list, Stream.of(keys).map(Cursor::text).toList());
	}

	/**
	 * Reads a cursor of a list.
	 * @param text what {@link #toString()} gave
	 * @param list the list that it must be of
	 * @param size how many keys it must have
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_CURSOR} if it is none of this list
	 */
	public static Cursor parse(String text, String list, int size, String argument) {
		if (text.length() > MAX_LENGTH) {
			throw InvalidInputException.badCursor(argument);
		}
		try {
			String decoded = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
				.toString();
			List<String> parts = List.of(decoded.split(SEPARATOR, -1));
			if (parts.size() == size + 1 && parts.get(0).equals(list)) {
				return new Cursor(list, parts.subList(1, parts.size()));
			}
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			// no cursor of ours
		}
		throw InvalidInputException.badCursor(argument);
	}

	private static String text(Object key) {
		return (key instanceof Instant instant) ? Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
				: key.toString().replace(SEPARATOR, " ");
	}

	/**
	 * A numeric key.
	 * @throws NumberFormatException if it is no number
	 */
	public long number(int index) {
		return Long.parseLong(this.keys.get(index));
	}

	/**
	 * An instant, to the microsecond, as PostgreSQL keeps it.
	 * @throws NumberFormatException if it is no instant
	 */
	public Instant instant(int index) {
		return Instant.EPOCH.plus(number(index), ChronoUnit.MICROS);
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					(this.list + SEPARATOR + String.join(SEPARATOR, this.keys)).getBytes(StandardCharsets.UTF_8));
	}

}

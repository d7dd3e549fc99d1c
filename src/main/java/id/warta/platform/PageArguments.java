package id.warta.platform;

import java.util.function.Consumer;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a connection is asked for, checked.
 *
 * @param size how many items, 1 to {@value #MAX_SIZE}
 * @param backward whether the page is read from its end ({@code last})
 * @param after exclusive bound at the start
 * @param before exclusive bound at the end
 * @param offset how many items to skip first, 0 to {@value #MAX_OFFSET}
 */
public record PageArguments(int size, boolean backward, @Nullable Cursor after, @Nullable Cursor before, int offset) {

	public static final int DEFAULT_SIZE = 10;

	public static final int MAX_SIZE = 100;

	public static final int MAX_OFFSET = 10_000;

	/**
	 * Reads {@code first}, {@code last}, {@code after}, {@code before} and
	 * {@code offset}, whichever the field has.
	 * @param environment the field's
	 * @param list the list and its order, which cursors must be of
	 * @param check reads a cursor's keys as the query will; what it throws makes the
	 * cursor a bad one
	 * @param keys how many keys a cursor has
	 * @throws InvalidInputException if one is out of its range or they exclude each other
	 */
	public static PageArguments of(DataFetchingEnvironment environment, String list, int keys, Consumer<Cursor> check) {
		Integer first = environment.getArgument("first");
		Integer last = environment.getArgument("last");
		if (first != null && last != null) {
			throw InvalidInputException.badArgument("last", "'first' and 'last' exclude each other");
		}
		int size = (last != null) ? inRange("last", last, 1, MAX_SIZE)
				: inRange("first", (first != null) ? first : DEFAULT_SIZE, 1, MAX_SIZE);
		Integer offset = environment.getArgument("offset");
		PageArguments page = new PageArguments(size, last != null, cursor(environment, "after", list, keys, check),
				cursor(environment, "before", list, keys, check),
				(offset != null) ? inRange("offset", offset, 0, MAX_OFFSET) : 0);
		if (page.offset > 0 && (page.after != null || page.before != null || page.backward)) {
			throw InvalidInputException.badArgument("offset", "'offset' goes with 'first' alone");
		}
		return page;
	}

	private static @Nullable Cursor cursor(DataFetchingEnvironment environment, String argument, String list, int keys,
			Consumer<Cursor> check) {
		String text = environment.getArgument(argument);
		if (text == null) {
			return null;
		}
		Cursor cursor = Cursor.parse(text, list, keys, argument);
		try {
			check.accept(cursor);
		}
		catch (RuntimeException ex) {
			throw InvalidInputException.badCursor(argument);
		}
		return cursor;
	}

	private static int inRange(String argument, int value, int least, int most) {
		if (value < least || value > most) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' must be between " + least + " and " + most);
		}
		return value;
	}

	/**
	 * How many rows to read: one more than the page has, which tells whether there is
	 * another page.
	 */
	public int limit() {
		return this.size + 1;
	}

}

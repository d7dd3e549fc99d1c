package id.warta.page;

import id.warta.platform.InvalidInputException;

/**
 * A page's place among its siblings: the smallest comes first, equal ones by title.
 */
final class PagePosition {

	private static final int MOST = 1_000_000;

	private PagePosition() {
	}

	/**
	 * A place that a page can have.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none
	 */
	static int checked(int position, String field) {
		if (position < 0 || position > MOST) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must be between 0 and " + MOST);
		}
		return position;
	}

}

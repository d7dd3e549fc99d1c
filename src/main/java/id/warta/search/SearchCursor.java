package id.warta.search;

import java.time.Instant;

import id.warta.platform.Cursor;

/**
 * A hit's place, with what its search is pinned to: the day on which the first page was
 * asked for, and the oldest article that it looked at. Both stay the same on all pages,
 * so that neither what is published meanwhile nor time itself moves a hit over the edge
 * of a page.
 *
 * @param score the hit's
 * @param publishedAt the date it carries
 * @param id its id
 * @param now when the first page was asked for
 * @param floor the date of the oldest candidate
 * @param floorId its id
 */
record SearchCursor(long score, Instant publishedAt, long id, Instant now, Instant floor, long floorId) {

	static final int KEYS = 6;

	/**
	 * Reads a cursor.
	 * @throws IllegalArgumentException if it holds what no search has given
	 */
	SearchCursor(Cursor cursor) {
		this(cursor.number(0), instant(cursor, 1), cursor.number(2), instant(cursor, 3), instant(cursor, 4),
				cursor.number(5));
	}

	private static Instant instant(Cursor cursor, int index) {
		Instant instant = cursor.instant(index);
		if (instant.isBefore(SearchFilter.FIRST) || instant.isAfter(SearchFilter.LAST)) {
			throw new IllegalArgumentException("out of range");
		}
		return instant;
	}

	Cursor of(String list) {
		return Cursor.of(list, this.score, this.publishedAt, this.id, this.now, this.floor, this.floorId);
	}

}

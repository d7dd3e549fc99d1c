package id.warta.liveblog;

import org.jspecify.annotations.Nullable;

/**
 * An entry to add.
 *
 * @param text what it says
 * @param authorId whose byline it carries; null if nobody is to be named
 * @param ownByline whether it carries the byline of whoever of the staff adds it instead
 * @param key what the client calls it, so that a second try adds no second entry; null if
 * there is only one
 */
public record NewEntry(EntryText text, @Nullable Long authorId, boolean ownByline, @Nullable String key) {

	/**
	 * One without a byline.
	 */
	static NewEntry of(EntryText text) {
		return new NewEntry(text, null, false, null);
	}

	/**
	 * One with somebody's byline.
	 */
	static NewEntry of(EntryText text, long authorId) {
		return new NewEntry(text, authorId, false, null);
	}

}

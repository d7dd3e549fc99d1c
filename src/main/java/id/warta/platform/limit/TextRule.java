package id.warta.platform.limit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What text may be: nothing that PostgreSQL can't hold, nothing longer than anybody
 * needs.
 *
 * @param length how many characters it may have
 */
record TextRule(int length) {

	/**
	 * Checks text, and all text within lists and maps, keys included.
	 * @param name what it was given as, for the error; null if that has no name
	 * @throws RefusedException if one may not be
	 */
	void check(@Nullable Object value, @Nullable String name) {
		if (value instanceof String text) {
			check(text, name);
		}
		else if (value instanceof Iterable<?> elements) {
			elements.forEach((element) -> check(element, name));
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, element) -> {
				check(key, name);
				check(element, name);
			});
		}
	}

	private void check(String text, @Nullable String name) {
		if (text.length() > this.length) {
			throw RefusedException.longText(name, this.length);
		}
		if (!isText(text)) {
			throw RefusedException.badText(name);
		}
	}

	/**
	 * Whether PostgreSQL can hold it: no U+0000, no half of a surrogate pair.
	 */
	static boolean isText(String text) {
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			if (Character.isHighSurrogate(character) && index + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(index + 1))) {
				index++;
			}
			else if (character == 0 || Character.isSurrogate(character)) {
				return false;
			}
		}
		return true;
	}

}

package id.warta.feed;

import java.util.List;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A filter by slug. Slugs that nothing has match nothing, for as long as that is so.
 *
 * @param eq this one
 * @param in one of these
 */
record SlugFilter(@Nullable String eq, @Nullable List<String> in) {

	private static final int MAX_SLUGS = 100;

	/**
	 * Checks it.
	 * @throws InvalidInputException if it hasn't exactly one of the two, or too many
	 * slugs
	 */
	SlugFilter {
		if ((eq == null) == (in == null)) {
			throw InvalidInputException.badArgument("where", "A filter of 'where' needs either 'eq' or 'in'");
		}
		if (in != null && in.size() > MAX_SLUGS) {
			throw InvalidInputException.badArgument("where",
					"A filter of 'where' has more than " + MAX_SLUGS + " values");
		}
	}

	Set<String> slugs() {
		if (this.eq != null) {
			return Set.of(this.eq);
		}
		return (this.in != null) ? Set.copyOf(this.in) : Set.of();
	}

}

package id.warta.feed;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A filter by a category's slug.
 *
 * @param eq this one
 * @param in one of these
 * @param descendants whether what is filed below them counts too
 */
record CategoryFilter(@Nullable String eq, @Nullable List<String> in, boolean descendants) {

	/**
	 * Checks it as a {@link SlugFilter}.
	 */
	CategoryFilter {
		new SlugFilter(eq, in);
	}

	Set<String> slugs() {
		return new SlugFilter(this.eq, this.in).slugs();
	}

}

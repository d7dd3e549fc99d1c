package id.warta.search;

import java.time.Instant;

import id.warta.article.ArticleFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are searched.
 *
 * @param filed what they are filed under, as a {@code tsquery} over the marks that their
 * documents have; null if it doesn't matter
 * @param since the earliest date that they carry, inclusive
 * @param before the latest, exclusive
 * @param rest the other conditions, which are looked at article by article
 */
record SearchFilter(@Nullable String filed, Instant since, Instant before, ArticleFilter rest) {

	/** What cursors can hold ends some decades before and after. */
	static final Instant FIRST = Instant.parse("1700-01-01T00:00:00Z");

	static final Instant LAST = Instant.parse("2250-01-01T00:00:00Z");

	boolean hasRest() {
		return !this.rest.isList();
	}

}

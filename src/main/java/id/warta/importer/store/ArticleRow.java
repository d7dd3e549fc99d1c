package id.warta.importer.store;

import java.time.Instant;
import java.util.List;

import id.warta.article.ArticleText;
import org.jspecify.annotations.Nullable;

/**
 * An article, its relations resolved to ids here.
 *
 * @param slug the wanted slug
 * @param oldSlugs slugs that it had before
 * @param createdAt {@code null} for the moment of the import
 * @param updatedAt when it was changed at the source, where that is known
 * @param authors in the byline's order
 * @param categories the primary one first
 * @param media what the body shows, in its order
 */
public record ArticleRow(String sourceId, String slug, List<String> oldSlugs, String status, String title,
		@Nullable String excerpt, ArticleText text, String language, @Nullable Long leadMediaId, boolean featured,
		@Nullable Instant publishedAt, @Nullable Instant createdAt, @Nullable Instant updatedAt, List<Long> authors,
		List<Long> categories, List<Long> tags, List<Long> media) implements Row {

}

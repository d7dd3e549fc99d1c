package id.warta.importer.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file of a media library.
 *
 * @param parent the source's id of the article that it was uploaded to
 * @param position its place among that article's files
 * @param kind {@code IMAGE}, {@code AUDIO}, {@code VIDEO} or {@code FILE}
 * @param width in pixels
 * @param height in pixels
 */
public record MediaRow(String sourceId, @Nullable String parent, int position, String kind, String url,
		@Nullable String mimeType, @Nullable String title, String alt, @Nullable String caption,
		@Nullable String credit, @Nullable Integer width, @Nullable Integer height,
		@Nullable Instant createdAt) implements Row {

}

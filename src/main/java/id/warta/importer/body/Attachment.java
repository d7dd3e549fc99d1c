package id.warta.importer.body;

import org.jspecify.annotations.Nullable;

/**
 * A file of the exported site's media library, as bodies refer to it.
 *
 * @param id its id at the source
 * @param kind {@code IMAGE}, {@code AUDIO}, {@code VIDEO} or {@code FILE}
 * @param alt the alternative text, maybe empty
 * @param width in pixels, where known
 * @param height in pixels, where known
 */
public record Attachment(String id, String kind, String url, String alt, @Nullable String caption,
		@Nullable Integer width, @Nullable Integer height) {

}

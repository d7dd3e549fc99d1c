package id.warta.importer.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A page.
 *
 * @param slug the wanted slug
 * @param parent the source's id of the page above
 * @param position its place among its siblings
 */
public record PageRow(String sourceId, String slug, @Nullable String parent, String status, String title, String body,
		int position, @Nullable Instant createdAt, @Nullable Instant updatedAt) implements Row {

}

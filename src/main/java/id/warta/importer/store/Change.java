package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * A row that is to be written.
 *
 * @param id the id that it has or gets here
 * @param slug the slug that it has here; {@code null} for a new one, and for what has
 * none
 * @param origin the digest of the row
 */
record Change<T extends Row>(long id, boolean fresh, @Nullable String slug, String origin, T row) {

}

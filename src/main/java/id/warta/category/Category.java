package id.warta.category;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * A section of the site.
 *
 * @param id its id
 * @param parentId the category above it; null at the top
 * @param slug the last part of its address
 * @param name what readers call it
 * @param description what it is about, as plain text
 */
public record Category(long id, @Nullable Long parentId, String slug, String name,
		@Nullable String description) implements Node {

}

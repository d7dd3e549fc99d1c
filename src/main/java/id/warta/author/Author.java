package id.warta.author;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who makes articles: a person or a desk.
 *
 * @param id their id
 * @param slug the last part of their address
 * @param name as it stands in bylines
 * @param jobTitle what they are in the newsroom
 * @param biography who they are, as plain text
 * @param url a page of their own elsewhere
 * @param pictureId their portrait
 */
public record Author(long id, String slug, String name, @Nullable String jobTitle, @Nullable String biography,
		@Nullable String url, @Nullable Long pictureId) implements Node {

}

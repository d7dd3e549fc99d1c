package id.warta.tag;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * A word that articles on one subject share.
 *
 * @param id its id
 * @param slug the last part of its address
 * @param name what readers call it
 * @param description what it is about, as plain text
 */
public record Tag(long id, String slug, String name, @Nullable String description) implements Node {

}

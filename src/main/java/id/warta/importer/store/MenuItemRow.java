package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * An item of a menu.
 *
 * @param menu the source's id of the menu
 * @param parent the source's id of the item above
 * @param label what it says instead of its target's name
 * @param kind what it leads to; {@code null} for an address
 * @param targetId the target's id here, or 0
 * @param url the address, if it leads to one
 */
public record MenuItemRow(String sourceId, String menu, @Nullable String parent, int position, @Nullable String label,
		@Nullable Kind kind, long targetId, @Nullable String url) implements Row {

}

package id.warta.importer;

import java.util.Map;

import id.warta.importer.store.Kind;
import id.warta.importer.store.MenuItemRow;
import id.warta.importer.store.TermRow;
import id.warta.platform.PlainText;
import id.warta.importer.wxr.WxrItem;
import org.jspecify.annotations.Nullable;

/**
 * What a menu item leads to.
 *
 * @param kind {@code null} for an address, and for what is none of ours
 * @param sourceId the target's id at the source
 * @param url the address, else the empty text
 */
record MenuTarget(@Nullable Kind kind, String sourceId, String url) {

	static MenuTarget of(WxrMenus.Entry entry) {
		WxrItem item = entry.item();
		String object = item.meta().word("_menu_item_object");
		String id = item.meta().word("_menu_item_object_id");
		return switch (item.meta().word("_menu_item_type")) {
			case "taxonomy" -> new MenuTarget(Taxonomy.kind(object), TermRow.numbered(id), "");
			case "post_type" -> new MenuTarget(switch (object) {
				case "post" -> Kind.ARTICLE;
				case "page" -> Kind.PAGE;
				default -> null;
			}, id, "");
			case "custom" -> new MenuTarget(null, "", PlainText.wellFormed(item.meta().word("_menu_item_url")));
			default -> new MenuTarget(null, "", "");
		};
	}

	/**
	 * Why the item cannot be imported, {@code null} if it can.
	 * @param ids the ids here of targets, by their ids at the source
	 */
	@Nullable String reasonToLeaveOut(Map<Kind, Map<String, Long>> ids) {
		if (this.kind == null) {
			return this.url.isEmpty() ? "it leads to nothing that is here" : null;
		}
		return ids.getOrDefault(this.kind, Map.of()).containsKey(this.sourceId) ? null
				: "the %s that it leads to is not here".formatted(this.kind.label());
	}

	/**
	 * The item as a row; its target must be here.
	 * @param parent the source's id of the item above
	 */
	MenuItemRow row(String id, WxrMenus.Entry entry, @Nullable String parent, Source source,
			Map<Kind, Map<String, Long>> ids) {
		String label = PlainText.line(entry.item().title());
		String shown = label.isEmpty() ? this.url : label;
		long target = (this.kind != null) ? ids.getOrDefault(this.kind, Map.of()).getOrDefault(this.sourceId, 0L) : 0;
		return new MenuItemRow(id, entry.menu(), parent, entry.item().order(), shown.isEmpty() ? null : shown,
				this.kind, target, (this.kind == null) ? address(source) : null);
	}

	/** The exported site's front page is the front page here. */
	private String address(Source source) {
		return this.url.replaceAll("/+$", "").equals(source.id()) ? "/" : this.url;
	}

}

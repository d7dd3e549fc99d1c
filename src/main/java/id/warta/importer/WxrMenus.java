package id.warta.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.importer.store.Kind;
import id.warta.importer.store.Ledger;
import id.warta.importer.store.MenuItemRow;
import id.warta.importer.store.MenuRow;
import id.warta.importer.store.MenuWriter;
import id.warta.platform.PlainText;
import id.warta.importer.text.Slug;
import id.warta.importer.wxr.WxrItem;
import id.warta.importer.wxr.WxrTerm;
import id.warta.importer.wxr.WxrTermRef;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Imports menus when all that they lead to is here. WordPress keeps each of their items
 * as a post; one that belongs to two menus stands in the file twice, under the same id.
 */
@Component
class WxrMenus {

	private final Ledger ledger;

	private final MenuWriter menus;

	WxrMenus(Ledger ledger, MenuWriter menus) {
		this.ledger = ledger;
		this.menus = menus;
	}

	Mono<Void> write(WxrRun run) {
		List<Entry> entries = entries(run);
		return Flux.just(Kind.CATEGORY, Kind.TAG, Kind.ARTICLE, Kind.PAGE)
			.concatMap((kind) -> this.ledger.ids(run.source().id(), kind, targets(kind, entries))
				.map((ids) -> Map.entry(kind, ids)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.flatMap((ids) -> this.menus.write(run.source().id(), menus(run), rows(run, entries, ids)))
			.map((tally) -> run.report().tally().add(tally))
			.then();
	}

	/** In the order of the menus, items of menus that nobody declared included. */
	private static List<Entry> entries(WxrRun run) {
		Map<String, Entry> entries = new LinkedHashMap<>();
		for (WxrItem item : run.menuItems()) {
			List<WxrTermRef> menus = item.terms()
				.stream()
				.filter((ref) -> ref.taxonomy().equals(WxrTerm.MENU))
				.toList();
			if (menus.isEmpty() || !item.status().equals("publish")) {
				run.report().leaveOut(WxrItems.name(item), menus.isEmpty() ? "it belongs to no menu" : "not published");
			}
			for (WxrTermRef menu : item.status().equals("publish") ? menus : List.<WxrTermRef>of()) {
				run.menus().putIfAbsent(menu.slug(), PlainText.line(menu.name()));
				Entry entry = new Entry(menu.slug(), item);
				if (entries.putIfAbsent(entry.sourceId(item.id()), entry) != null) {
					run.report().leaveOut(WxrItems.name(item), "it stands in the same menu twice");
				}
			}
		}
		return entries.values().stream().sorted(Comparator.comparing((entry) -> entry.item().order())).toList();
	}

	private static List<MenuRow> menus(WxrRun run) {
		return run.menus().entrySet().stream().map((menu) -> {
			String slug = Slug.decoded(menu.getKey());
			return new MenuRow(menu.getKey(), slug.isEmpty() ? "menu" : slug, menu.getValue());
		}).toList();
	}

	private static List<String> targets(Kind kind, List<Entry> entries) {
		return entries.stream()
			.map(MenuTarget::of)
			.filter((target) -> target.kind() == kind)
			.map(MenuTarget::sourceId)
			.toList();
	}

	private static List<MenuItemRow> rows(WxrRun run, List<Entry> entries, Map<Kind, Map<String, Long>> ids) {
		Ancestry ancestry = new Ancestry();
		Set<String> kept = new HashSet<>();
		for (Entry entry : entries) {
			String id = entry.sourceId(entry.item().id());
			ancestry.add(id, entry.sourceId(entry.item().meta().word("_menu_item_menu_item_parent")));
			String reason = MenuTarget.of(entry).reasonToLeaveOut(ids);
			if (reason == null) {
				kept.add(id);
			}
			else {
				run.report().leaveOut(WxrItems.name(entry.item()), reason);
			}
		}
		List<MenuItemRow> rows = new ArrayList<>();
		for (Entry entry : entries) {
			String id = entry.sourceId(entry.item().id());
			if (kept.contains(id)) {
				rows.add(MenuTarget.of(entry).row(id, entry, above(id, kept, ancestry), run.source(), ids));
			}
		}
		return rows;
	}

	private static @Nullable String above(String id, Set<String> kept, Ancestry ancestry) {
		String above = ancestry.parent(id);
		while (above != null && !kept.contains(above)) {
			above = ancestry.parent(above);
		}
		return above;
	}

	/**
	 * An item in a menu.
	 *
	 * @param menu the menu's slug
	 */
	record Entry(String menu, WxrItem item) {

		String sourceId(String item) {
			return this.menu + "/" + item;
		}

	}

}

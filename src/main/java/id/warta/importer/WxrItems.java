package id.warta.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import id.warta.platform.PlainText;
import id.warta.importer.wxr.WxrEntry;
import id.warta.importer.wxr.WxrItem;

/**
 * Sorts an export's items: articles and pages to be imported, menu items to be kept for
 * the end, and what is left out.
 */
final class WxrItems {

	private static final Set<String> CONTENT = Set.of("post", "page");

	private WxrItems() {
	}

	/**
	 * Whether the entry is of the kind that is imported here.
	 */
	static boolean wanted(WxrEntry entry) {
		return entry instanceof WxrItem item && !item.type().equals("attachment");
	}

	/**
	 * The articles and pages of a batch that are to be imported.
	 */
	static List<WxrItem> sort(WxrRun run, List<WxrEntry> batch) {
		List<WxrItem> importable = new ArrayList<>();
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrItem item && importable(run, item)) {
				importable.add(item);
			}
		}
		return importable;
	}

	private static boolean importable(WxrRun run, WxrItem item) {
		if (item.status().equals("trash")) {
			run.report().leaveOut(name(item), "in the trash");
			item.comments().forEach((comment) -> run.report().leaveOut("comment on an item in the trash"));
			return false;
		}
		if (item.type().equals("nav_menu_item")) {
			run.menuItems().add(item);
			return false;
		}
		if (!CONTENT.contains(item.type()) || item.status().equals("auto-draft")) {
			run.report().leaveOut(name(item), "the type '%s' is none that readers see".formatted(item.type()));
			return false;
		}
		if (!run.first(item)) {
			run.report().leaveOut(name(item), "another item before it has the same id");
			return false;
		}
		noteParent(run, item);
		return true;
	}

	private static void noteParent(WxrRun run, WxrItem item) {
		boolean below = item.type().equals("page") && !item.parent().isEmpty() && !item.parent().equals("0");
		if (below && !run.pages().add(item.id(), item.parent())) {
			run.report().note(name(item) + ": below itself in the file; it stands at the top here");
		}
	}

	/**
	 * What a report calls an item.
	 */
	static String name(WxrItem item) {
		return "%s %s \"%s\" (line %d)".formatted(item.type(), item.id(), PlainText.line(item.title()), item.line());
	}

}

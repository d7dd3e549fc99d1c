package id.warta.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.importer.store.Settlement;
import id.warta.importer.wxr.WxrItem;

/**
 * What one import of an export has to remember from entry to entry: little, whatever the
 * size of the file. Used by one thread at a time.
 */
final class WxrRun {

	private final Source source;

	private final ImportReport report = new ImportReport();

	private final Ancestry categories = new Ancestry();

	private final Ancestry pages = new Ancestry();

	private final Set<String> seen = new HashSet<>();

	/** The menus' names by their slugs. */
	private final Map<String, String> menus = new LinkedHashMap<>();

	private final List<WxrItem> menuItems = new ArrayList<>();

	private final List<Settlement> writtenPages = new ArrayList<>();

	WxrRun(Source source) {
		this.source = source;
	}

	Source source() {
		return this.source;
	}

	ImportReport report() {
		return this.report;
	}

	Ancestry categories() {
		return this.categories;
	}

	Ancestry pages() {
		return this.pages;
	}

	/**
	 * Whether this is the first item with its id.
	 */
	boolean first(WxrItem item) {
		return this.seen.add(item.id());
	}

	Map<String, String> menus() {
		return this.menus;
	}

	List<WxrItem> menuItems() {
		return this.menuItems;
	}

	List<Settlement> writtenPages() {
		return this.writtenPages;
	}

	/**
	 * Takes in what a batch came to.
	 */
	WxrRun add(WxrContent.Result result) {
		this.report.add(result.report());
		this.writtenPages.addAll(result.pages());
		return this;
	}

}

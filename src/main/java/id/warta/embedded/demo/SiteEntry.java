package id.warta.embedded.demo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The settings, and what surrounds the articles.
 *
 * @param socialProfiles by the name of their set
 * @param menus by slug
 * @param placements by slug
 */
record SiteEntry(String title, String tagline, String locale, String timeZone,
		Map<String, List<ProfileEntry>> socialProfiles, Map<String, MenuEntry> menus,
		Map<String, PlacementEntry> placements, List<PageEntry> pages) {

	record ProfileEntry(String network, String label, String url) {

	}

	record PageEntry(String slug, String title, String body) {

	}

	record MenuEntry(String name, List<MenuItemEntry> items) {

	}

	/**
	 * A menu's item; exactly one of the targets is given, all but {@code url} by slug.
	 */
	record MenuItemEntry(@Nullable String label, @Nullable String category, @Nullable String page,
			@Nullable String article, @Nullable String tag, @Nullable String url, List<MenuItemEntry> items) {

		MenuItemEntry {
			items = YamlFiles.present(items);
		}

	}

	record PlacementEntry(String name, int size, String fill, List<PinEntry> pins) {

	}

	/**
	 * An article in a placement.
	 *
	 * @param endsAfterHours how long after the site was made; null for ever
	 */
	record PinEntry(String article, @Nullable Integer endsAfterHours) {

	}

}

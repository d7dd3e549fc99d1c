package id.warta.embedded.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import id.warta.embedded.demo.SiteEntry.MenuItemEntry;
import id.warta.embedded.demo.SiteEntry.PinEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes the settings, pages, menus and placements, once there are articles that they
 * lead to.
 */
final class SiteBatches {

	private static final String SETTINGS = """
			update site set title = r.title, tagline = r.tagline, locale = r.locale, time_zone = r.time_zone
			from jsonb_to_recordset(:rows) as r(title text, tagline text, locale text, time_zone text)""";

	private static final String PROFILES = """
			insert into social_profile (profile_set, position, network, label, url)
			select profile_set, position, network, label, url
			from jsonb_to_recordset(:rows) as r(profile_set text, position integer, network text, label text, url text)""";

	private static final String PAGES = """
			insert into page (slug, title, body, position) select slug, title, body, position
			from jsonb_to_recordset(:rows) as r(slug text, title text, body text, position integer)""";

	private static final String MENUS = """
			insert into menu (slug, name)
			select slug, name from jsonb_to_recordset(:rows) as r(slug text, name text)""";

	private static final String MENU_ITEMS = """
			with r as (
				select *, nextval(pg_get_serial_sequence('menu_item', 'id')) as id
				from jsonb_to_recordset(:rows) as r(number integer, parent integer, menu text, label text,
					category text, page text, article text, tag text, url text))
			insert into menu_item (id, menu_id, parent_id, position, label, category_id, page_id, article_id, tag_id,
				url)
			select r.id, m.id, u.id, r.number, r.label, c.id, p.id, a.id, t.id, r.url
			from r join menu m on m.slug = r.menu left join r u on u.number = r.parent
			left join category c on c.slug = r.category left join page p on p.slug = r.page
			left join article a on a.slug = r.article left join tag t on t.slug = r.tag""";

	private static final String PLACEMENTS = """
			insert into placement (slug, name, size, fill) select slug, name, size, fill
			from jsonb_to_recordset(:rows) as r(slug text, name text, size integer, fill text)""";

	private static final String PINS = """
			insert into placement_pin (placement_id, article_id, position, starts_at, ends_at)
			select p.id, a.id, r.position, r.starts_at, r.ends_at
			from jsonb_to_recordset(:rows) as r(placement text, article text, position integer,
				starts_at timestamptz, ends_at timestamptz)
			join placement p on p.slug = r.placement join article a on a.slug = r.article""";

	private SiteBatches() {
	}

	static List<Batch> of(SiteEntry site, Instant now) {
		return List.of(
				new Batch(SETTINGS,
						List.of(new SettingsRow(site.title(), site.tagline(), site.locale(), site.timeZone()))),
				new Batch(PROFILES, profiles(site)), new Batch(PAGES, pages(site)), new Batch(MENUS, menus(site)),
				new Batch(MENU_ITEMS, menuItems(site)), new Batch(PLACEMENTS, placements(site)),
				new Batch(PINS, pins(site, now)));
	}

	private static List<ProfileRow> profiles(SiteEntry site) {
		List<ProfileRow> rows = new ArrayList<>();
		site.socialProfiles()
			.forEach((set, profiles) -> profiles.forEach((profile) -> rows
				.add(new ProfileRow(set, rows.size(), profile.network(), profile.label(), profile.url()))));
		return rows;
	}

	private static List<PageRow> pages(SiteEntry site) {
		List<PageRow> rows = new ArrayList<>();
		site.pages().forEach((page) -> rows.add(new PageRow(page.slug(), page.title(), page.body(), rows.size())));
		return rows;
	}

	private static List<MenuRow> menus(SiteEntry site) {
		return site.menus()
			.entrySet()
			.stream()
			.map((menu) -> new MenuRow(menu.getKey(), menu.getValue().name()))
			.toList();
	}

	private static List<MenuItemRow> menuItems(SiteEntry site) {
		List<MenuItemRow> rows = new ArrayList<>();
		site.menus().forEach((slug, menu) -> addItems(slug, null, menu.items(), rows));
		return rows;
	}

	private static void addItems(String menu, @Nullable Integer parent, List<MenuItemEntry> items,
			List<MenuItemRow> rows) {
		for (MenuItemEntry item : items) {
			int number = rows.size();
			rows.add(new MenuItemRow(number, parent, menu, item.label(), item.category(), item.page(), item.article(),
					item.tag(), item.url()));
			addItems(menu, number, item.items(), rows);
		}
	}

	private static List<PlacementRow> placements(SiteEntry site) {
		return site.placements()
			.entrySet()
			.stream()
			.map((entry) -> new PlacementRow(entry.getKey(), entry.getValue().name(), entry.getValue().size(),
					entry.getValue().fill()))
			.toList();
	}

	private static List<PinRow> pins(SiteEntry site, Instant now) {
		List<PinRow> rows = new ArrayList<>();
		site.placements()
			.forEach((slug, placement) -> placement.pins()
				.forEach((pin) -> rows.add(new PinRow(slug, pin.article(), rows.size(), now, end(pin, now)))));
		return rows;
	}

	private static @Nullable Instant end(PinEntry pin, Instant now) {
		return (pin.endsAfterHours() != null) ? now.plus(pin.endsAfterHours(), ChronoUnit.HOURS) : null;
	}

	private record SettingsRow(String title, String tagline, String locale, String timeZone) {

	}

	private record ProfileRow(String profileSet, int position, String network, String label, String url) {

	}

	private record PageRow(String slug, String title, String body, int position) {

	}

	private record MenuRow(String slug, String name) {

	}

	/** Numbered over all menus; the numbers are positions as well. */
	private record MenuItemRow(int number, @Nullable Integer parent, String menu, @Nullable String label,
			@Nullable String category, @Nullable String page, @Nullable String article, @Nullable String tag,
			@Nullable String url) {

	}

	private record PlacementRow(String slug, String name, int size, String fill) {

	}

	private record PinRow(String placement, String article, int position, Instant startsAt, @Nullable Instant endsAt) {

	}

}

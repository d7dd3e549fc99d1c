package id.warta.menu;

import java.util.ArrayList;
import java.util.List;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;
import org.jspecify.annotations.Nullable;

/**
 * An item of a menu as it is written. The names are the columns'.
 *
 * @param number its place in the menu, what stands above it first
 * @param parent the number of what it stands below
 * @param label instead of the target's own name
 */
record MenuItemRow(int number, @Nullable Integer parent, @Nullable String label, @Nullable Long category_id,
		@Nullable Long page_id, @Nullable Long article_id, @Nullable Long tag_id, @Nullable String url) {

	private static final String FIELD = "items";

	private static final int MOST = 200;

	private static final int DEEPEST = 3;

	/**
	 * The rows of a menu's items.
	 * @throws InvalidInputException if there are too many, too deep, or one can't be
	 */
	static List<MenuItemRow> of(List<MenuItemInput> items) {
		List<MenuItemRow> rows = new ArrayList<>();
		add(items, null, 1, rows);
		return rows;
	}

	private static void add(List<MenuItemInput> items, @Nullable Integer parent, int depth, List<MenuItemRow> rows) {
		if (depth > DEEPEST && !items.isEmpty()) {
			throw refused("stand more than " + DEEPEST + " levels deep");
		}
		for (MenuItemInput item : items) {
			if (rows.size() == MOST) {
				throw refused("are more than " + MOST);
			}
			MenuItemRow row = row(rows.size(), parent, item);
			rows.add(row);
			add(item.items(), row.number(), depth + 1, rows);
		}
	}

	private static MenuItemRow row(int number, @Nullable Integer parent, MenuItemInput item) {
		String label = (item.label() != null) ? InputText.line(item.label(), FIELD) : null;
		MenuTargetInput target = item.target();
		if (target.url() != null && label == null) {
			throw refused("have one without a label that leads to an address");
		}
		return new MenuItemRow(number, parent, label, id(target.categoryId(), "Category"), id(target.pageId(), "Page"),
				id(target.articleId(), "Article"), id(target.tagId(), "Tag"),
				(target.url() != null) ? InputUrl.link(target.url(), FIELD) : null);
	}

	private static @Nullable Long id(@Nullable String id, String type) {
		return (id != null) ? NodeId.parse(id, type, FIELD) : null;
	}

	private static InvalidInputException refused(String why) {
		return InvalidInputException.badArgument(FIELD, "'" + FIELD + "' " + why);
	}

}

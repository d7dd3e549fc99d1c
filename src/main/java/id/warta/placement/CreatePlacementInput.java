package id.warta.placement;

import id.warta.placement.Placement.Fill;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * A placement to make.
 *
 * @param slug where it is
 * @param name what editors call it
 * @param size how many articles it has room for
 * @param fill what fills it up
 * @param categoryId the global id of the category to fill it up from
 */
record CreatePlacementInput(String slug, String name, int size, Fill fill, @Nullable String categoryId) {

	EditedColumns columns() {
		return new EditedColumns().put("slug", Slugs.checked(this.slug, "slug"))
			.put("name", InputText.line(this.name, "name"))
			.put("size", EditPlacementInput.size(this.size, "size"))
			.put("fill", this.fill)
			.put("category_id",
					(this.categoryId != null) ? NodeId.parse(this.categoryId, "Category", "categoryId") : null);
	}

}

package id.warta.placement;

import id.warta.placement.Placement.Fill;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a placement; what is omitted stays as it is.
 *
 * @param placementId its global id
 * @param slug where it is
 * @param name what editors call it
 * @param size how many articles it has room for
 * @param fill what fills it up
 * @param categoryId the global id of the category to fill it up from; null for the whole
 * site
 */
record EditPlacementInput(String placementId, ArgumentValue<String> slug, ArgumentValue<String> name,
		ArgumentValue<Integer> size, ArgumentValue<Fill> fill, ArgumentValue<String> categoryId) {

	private static final int MOST = 100;

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	EditedColumns columns() {
		return new EditedColumns().set("slug", "slug", this.slug, Slugs::checked)
			.set("name", "name", this.name, InputText::line)
			.set("size", "size", this.size, EditPlacementInput::size)
			.set("fill", "fill", this.fill)
			.clearable("category_id", "categoryId", this.categoryId, (id, field) -> NodeId.parse(id, "Category", field))
			.requireAny();
	}

	/**
	 * How many articles a placement can have room for.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it can't
	 */
	static int size(int size, String field) {
		if (size < 1 || size > MOST) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must be between 1 and " + MOST);
		}
		return size;
	}

}

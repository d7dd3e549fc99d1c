package id.warta.menu;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a menu; what is omitted stays as it is.
 *
 * @param menuId its global id
 * @param slug where it stands
 * @param name what editors call it
 */
record EditMenuInput(String menuId, ArgumentValue<String> slug, ArgumentValue<String> name) {

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		return new EditedColumns().set("slug", "slug", this.slug, Slugs::checked)
			.set("name", "name", this.name, InputText::line)
			.requireAny();
	}

}

package id.warta.menu;

import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

/**
 * A menu to make.
 *
 * @param slug where it stands
 * @param name what editors call it
 */
record CreateMenuInput(String slug, String name) {

	EditedColumns columns() {
		return new EditedColumns().put("slug", Slugs.checked(this.slug, "slug"))
			.put("name", InputText.line(this.name, "name"));
	}

}

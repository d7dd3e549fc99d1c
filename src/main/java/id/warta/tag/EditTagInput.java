package id.warta.tag;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a tag; what is omitted stays.
 *
 * @param id its global id
 * @param name what readers call it
 * @param slug the last part of its address
 * @param description what it is about
 */
record EditTagInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug,
		ArgumentValue<String> description) {

	long tag() {
		return NodeId.parse(this.id, "Tag", "id");
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		return new EditedColumns()
			.set("name", "name", this.name, (name, field) -> InputText.line(name, CreateTagInput.LONGEST_NAME, field))
			.set("slug", "slug", this.slug, Slugs::checked)
			.clearable("description", "description", this.description,
					(text, field) -> InputText.optional(text, CreateTagInput.LONGEST_DESCRIPTION, field))
			.requireAny();
	}

}

package id.warta.category;

import java.util.Map;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a category; what is omitted stays.
 *
 * @param id its global id
 * @param name what readers call it
 * @param slug the last part of its address
 * @param description what it is about
 * @param position its place among its siblings; null if it stays
 */
record EditCategoryInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug,
		ArgumentValue<String> description, @Nullable Integer position) {

	long category() {
		return NodeId.parse(this.id, "Category", "id");
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}, also if the position is
	 * negative
	 */
	EditedColumns columns() {
		EditedColumns columns = new EditedColumns()
			.set("name", "name", this.name,
					(name, field) -> InputText.line(name, CreateCategoryInput.LONGEST_NAME, field))
			.set("slug", "slug", this.slug, Slugs::checked)
			.clearable("description", "description", this.description,
					(text, field) -> InputText.optional(text, CreateCategoryInput.LONGEST_DESCRIPTION, field));
		return (CreateCategoryInput.checkedPosition(this.position) != null) ? columns : columns.requireAny();
	}

	/**
	 * What the audit log keeps of it.
	 */
	Map<String, @Nullable Object> summary(EditedColumns columns) {
		Map<String, @Nullable Object> summary = columns.summary();
		if (this.position != null) {
			summary.put("position", this.position);
		}
		return summary;
	}

}

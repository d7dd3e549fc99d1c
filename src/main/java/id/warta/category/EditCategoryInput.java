package id.warta.category;

import id.warta.platform.InputText;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.PartialEdit;
import id.warta.platform.Slugs;
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
	PartialEdit edit() {
		PartialEdit edit = new PartialEdit()
			.put("name", this.name, (name) -> InputText.line(name, CreateCategoryInput.LONGEST_NAME, "name"))
			.put("slug", this.slug, (slug) -> Slugs.checked((slug != null) ? slug : "", "slug"))
			.put("description", this.description,
					(text) -> InputText.optional(text, CreateCategoryInput.LONGEST_DESCRIPTION, "description"));
		return (CreateCategoryInput.checkedPosition(this.position) != null) ? edit : edit.orNothing();
	}

}

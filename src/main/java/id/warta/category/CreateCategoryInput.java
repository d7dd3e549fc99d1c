package id.warta.category;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * A category to make.
 *
 * @param name what readers call it
 * @param slug the last part of its address; null if it is to be made from the name
 * @param description what it is about; null or blank for nothing
 * @param parentId the global id of the category above it; null for the top
 * @param position its place among its siblings; null for the last one
 */
record CreateCategoryInput(String name, @Nullable String slug, @Nullable String description, @Nullable String parentId,
		@Nullable Integer position) {

	static final int LONGEST_NAME = 200;

	static final int LONGEST_DESCRIPTION = 5000;

	/**
	 * The same with texts that can be stored.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	CreateCategoryInput checked() {
		parent();
		return new CreateCategoryInput(InputText.line(this.name, LONGEST_NAME, "name"),
				(this.slug != null) ? Slugs.checked(this.slug, "slug") : null,
				InputText.optional(this.description, LONGEST_DESCRIPTION, "description"), this.parentId,
				checkedPosition(this.position));
	}

	/**
	 * The id of the category above it; 0 for the top.
	 */
	long parent() {
		return (this.parentId != null) ? NodeId.parse(this.parentId, "Category", "parentId") : 0;
	}

	static @Nullable Integer checkedPosition(@Nullable Integer position) {
		if (position != null && position < 0) {
			throw InvalidInputException.badArgument("position", "'position' must not be negative");
		}
		return position;
	}

}

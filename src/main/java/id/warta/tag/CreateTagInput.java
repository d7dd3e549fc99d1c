package id.warta.tag;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * A tag to make.
 *
 * @param name what readers call it
 * @param slug the last part of its address; null if it is to be made from the name
 * @param description what it is about; null or blank for nothing
 */
record CreateTagInput(String name, @Nullable String slug, @Nullable String description) {

	static final int LONGEST_NAME = 200;

	static final int LONGEST_DESCRIPTION = 5000;

	/**
	 * The same with texts that can be stored.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	CreateTagInput checked() {
		return new CreateTagInput(InputText.line(this.name, LONGEST_NAME, "name"),
				(this.slug != null) ? Slugs.checked(this.slug, "slug") : null,
				InputText.optional(this.description, LONGEST_DESCRIPTION, "description"));
	}

}

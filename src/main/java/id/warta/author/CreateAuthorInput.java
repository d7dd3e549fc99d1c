package id.warta.author;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * An author to make.
 *
 * @param name as it stands in bylines
 * @param slug the last part of their address; null if it is to be made from the name
 * @param jobTitle what they are in the newsroom
 * @param biography who they are
 * @param url a page of their own elsewhere
 * @param pictureId the global id of their portrait
 */
record CreateAuthorInput(String name, @Nullable String slug, @Nullable String jobTitle, @Nullable String biography,
		@Nullable String url, @Nullable String pictureId) {

	static final int LONGEST_NAME = 200;

	static final int LONGEST_BIOGRAPHY = 5000;

	/**
	 * The same with texts that can be stored.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	CreateAuthorInput checked() {
		picture();
		return new CreateAuthorInput(InputText.line(this.name, LONGEST_NAME, "name"),
				(this.slug != null) ? Slugs.checked(this.slug, "slug") : null,
				InputText.optionalLine(this.jobTitle, LONGEST_NAME, "jobTitle"),
				InputText.optional(this.biography, LONGEST_BIOGRAPHY, "biography"), url(this.url, "url"),
				this.pictureId);
	}

	/**
	 * The id of their portrait; 0 for none.
	 */
	long picture() {
		return picture(this.pictureId, "pictureId");
	}

	static long picture(@Nullable String id, String argument) {
		return (id != null) ? NodeId.parse(id, "Media", argument) : 0;
	}

	static @Nullable String url(@Nullable String text, String argument) {
		return (text != null && !text.isBlank()) ? InputUrl.absolute(text, argument) : null;
	}

}

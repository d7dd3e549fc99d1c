package id.warta.author;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of an author; what is omitted stays.
 *
 * @param id their global id
 * @param name as it stands in bylines
 * @param slug the last part of their address
 * @param jobTitle what they are in the newsroom
 * @param biography who they are
 * @param url a page of their own elsewhere
 * @param pictureId the global id of their portrait
 */
record EditAuthorInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug,
		ArgumentValue<String> jobTitle, ArgumentValue<String> biography, ArgumentValue<String> url,
		ArgumentValue<String> pictureId) {

	long author() {
		return NodeId.parse(this.id, "Author", "id");
	}

	/**
	 * The id of the portrait that they get; 0 if they get none, or keep theirs.
	 */
	long picture() {
		return CreateAuthorInput.picture(this.pictureId.value(), "pictureId");
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	EditedColumns columns() {
		return new EditedColumns()
			.set("name", "name", this.name,
					(name, field) -> InputText.line(name, CreateAuthorInput.LONGEST_NAME, field))
			.set("slug", "slug", this.slug, Slugs::checked)
			.clearable("job_title", "jobTitle", this.jobTitle,
					(title, field) -> InputText.optionalLine(title, CreateAuthorInput.LONGEST_NAME, field))
			.clearable("biography", "biography", this.biography,
					(text, field) -> InputText.optional(text, CreateAuthorInput.LONGEST_BIOGRAPHY, field))
			.clearable("url", "url", this.url, CreateAuthorInput::url)
			.clearable("picture_id", "pictureId", this.pictureId, CreateAuthorInput::picture)
			.requireAny();
	}

}

package id.warta.author;

import id.warta.platform.InputText;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.PartialEdit;
import id.warta.platform.Slugs;

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
		return CreateAuthorInput.picture(this.pictureId.value());
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	PartialEdit edit() {
		return new PartialEdit()
			.put("name", this.name, (name) -> InputText.line(name, CreateAuthorInput.LONGEST_NAME, "name"))
			.put("slug", this.slug, (slug) -> Slugs.checked((slug != null) ? slug : "", "slug"))
			.put("job_title", this.jobTitle,
					(title) -> InputText.optionalLine(title, CreateAuthorInput.LONGEST_NAME, "jobTitle"))
			.put("biography", this.biography,
					(text) -> InputText.optional(text, CreateAuthorInput.LONGEST_BIOGRAPHY, "biography"))
			.put("url", this.url, CreateAuthorInput::url)
			.put("picture_id", this.pictureId, (picture) -> (picture != null) ? picture() : null)
			.orNothing();
	}

}

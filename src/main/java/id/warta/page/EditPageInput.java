package id.warta.page;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a page; what is omitted stays as it is.
 *
 * @param pageId its global id
 * @param revision the revision that the edit started from
 * @param slug the last part of its address
 * @param title the headline
 * @param body the text as HTML, to be sanitised
 * @param parentId the global id of the page above it; null for none
 * @param position its place among its siblings
 * @param status whether readers see it
 */
record EditPageInput(String pageId, int revision, ArgumentValue<String> slug, ArgumentValue<String> title,
		ArgumentValue<String> body, ArgumentValue<String> parentId, ArgumentValue<Integer> position,
		ArgumentValue<PageStatus> status) {

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	EditedColumns columns() {
		return new EditedColumns().set("slug", "slug", this.slug, Slugs::checked)
			.set("title", "title", this.title, InputText::line)
			.set("body", "body", this.body, CreatePageInput::body)
			.clearable("parent_id", "parentId", this.parentId, (id, field) -> NodeId.parse(id, Pages.SUBJECT, field))
			.set("position", "position", this.position, PagePosition::checked)
			.set("status", "status", this.status)
			.requireAny();
	}

}

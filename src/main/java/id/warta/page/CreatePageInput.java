package id.warta.page;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * A page to make.
 *
 * @param slug the last part of its address
 * @param title the headline
 * @param body the text as HTML, to be sanitised
 * @param parentId the global id of the page above it
 * @param position its place among its siblings
 * @param status whether readers see it
 */
record CreatePageInput(String slug, String title, String body, @Nullable String parentId, int position,
		PageStatus status) {

	private static final int LONGEST_BODY = 500_000;

	EditedColumns columns() {
		return new EditedColumns().put("slug", Slugs.checked(this.slug, "slug"))
			.put("title", InputText.line(this.title, "title"))
			.put("body", body(this.body, "body"))
			.put("parent_id", (this.parentId != null) ? NodeId.parse(this.parentId, Pages.SUBJECT, "parentId") : null)
			.put("position", PagePosition.checked(this.position, "position"))
			.put("status", this.status);
	}

	/**
	 * A page's text as it is.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is too long
	 */
	static String body(String html, String field) {
		return InputText.noLonger(html, LONGEST_BODY, field);
	}

}

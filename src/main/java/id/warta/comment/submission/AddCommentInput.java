package id.warta.comment.submission;

import id.warta.comment.CommentEvents;
import id.warta.comment.text.CommentText;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.InputEmail;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends as a comment.
 *
 * @param articleId the article's global id
 * @param parentId the global id of the comment that it answers
 * @param name what they call themselves
 * @param email their e-mail address
 * @param body Markdown
 * @param formToken what the form gave
 * @param website a field that people don't see
 * @param idempotencyKey what they call the request
 */
record AddCommentInput(String articleId, @Nullable String parentId, @Nullable String name, @Nullable String email,
		String body, @Nullable String formToken, @Nullable String website, @Nullable String idempotencyKey) {

	private static final int MAX_NAME = 100;

	private static final int MAX_KEY = 100;

	long article() {
		return NodeId.parse(this.articleId, "Article", "articleId");
	}

	/**
	 * What was written, checked.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	NewComment checked(Viewer viewer) {
		Long parent = (this.parentId != null) ? NodeId.parse(this.parentId, CommentEvents.SUBJECT, "parentId") : null;
		return new NewComment(article(), parent, author(viewer), CommentText.of(this.body, "body"),
				InputText.optionalLine(this.idempotencyKey, MAX_KEY, "idempotencyKey"),
				this.website != null && !this.website.isEmpty());
	}

	private Commenter author(Viewer viewer) {
		return viewer.isStaff() ? Commenter.of(viewer)
				: new Commenter(CommenterName.of(InputText.line(this.name, MAX_NAME, "name"), "name"),
						InputEmail.of(this.email, "email"), null);
	}

}

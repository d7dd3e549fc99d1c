package id.warta.liveblog;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * An entry to add.
 *
 * @param articleId the global id of the article that the blog belongs to
 * @param title its headline
 * @param body HTML
 * @param keyEvent whether it tells a turn of the story
 * @param authorId the global id of whose byline it carries; null for nobody's, omitted
 * for that of whoever adds it
 * @param idempotencyKey what the client calls it
 */
record AddLiveBlogEntryInput(String articleId, @Nullable String title, String body, boolean keyEvent,
		ArgumentValue<String> authorId, String idempotencyKey) {

	private static final int LONGEST_KEY = 100;

	long article() {
		return LiveBlogInput.article(this.articleId);
	}

	/**
	 * The entry.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	NewEntry entry() {
		return new NewEntry(new EntryText(this.title, this.body, this.keyEvent), author(this.authorId.value()),
				this.authorId.isOmitted(), InputText.line(this.idempotencyKey, LONGEST_KEY, "idempotencyKey"));
	}

	static @Nullable Long author(@Nullable String id) {
		return (id != null) ? NodeId.parse(id, "Author", "authorId") : null;
	}

}

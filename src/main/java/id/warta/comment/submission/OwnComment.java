package id.warta.comment.submission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import id.warta.comment.CommentStatus;
import id.warta.comment.text.CommentText;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its author sees it.
 *
 * @param id its id
 * @param articleId what it stands below
 * @param parentId the comment that it stands below; null for a thread's first
 * @param author who wrote it
 * @param status what became of it
 * @param heldFor why it waits for a moderator
 * @param body sanitised HTML; empty if it was deleted
 * @param source Markdown; null if it was deleted
 * @param createdAt when it was written
 * @param editedAt when it was last edited
 * @param revision grows by one with every edit
 */
record OwnComment(long id, long articleId, @Nullable Long parentId, Commenter author, CommentStatus status,
		List<String> heldFor, String body, @Nullable String source, Instant createdAt, @Nullable Instant editedAt,
		int revision) {

	/** What to select of the table {@code comment c}. */
	static final String COLUMNS = """
			c.id, c.article_id, c.parent_id, c.author_name, c.author_email, c.staff_id, c.status, c.held_for, c.body,
			c.source, c.created_at, c.edited_at, c.revision""";

	static OwnComment of(Readable row) {
		return new OwnComment(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				row.get("parent_id", Long.class),
				new Commenter(Rows.required(row, "author_name", String.class), row.get("author_email", String.class),
						row.get("staff_id", Long.class)),
				CommentStatus.valueOf(Rows.required(row, "status", String.class)),
				List.of(Rows.required(row, "held_for", String[].class)), Rows.required(row, "body", String.class),
				row.get("source", String.class), Rows.required(row, "created_at", Instant.class),
				row.get("edited_at", Instant.class), Rows.required(row, "revision", Integer.class));
	}

	/**
	 * The same with another text, as one that somebody wants to add: what it answers may
	 * have gone meanwhile.
	 */
	NewComment edited(CommentText text) {
		return new NewComment(this.articleId, null, this.author, text, null, false);
	}

	/**
	 * Whether a comment that somebody wants to add is this one.
	 */
	boolean is(NewComment comment) {
		return this.author.key().equals(comment.author().key()) && comment.text().source().equals(this.source)
				&& Objects.equals(this.articleId, comment.articleId());
	}

}

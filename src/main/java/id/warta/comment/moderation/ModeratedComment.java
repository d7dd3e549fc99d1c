package id.warta.comment.moderation;

import id.warta.comment.CommentHoldReason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import id.warta.comment.CommentEvents;
import id.warta.comment.CommentStatus;
import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A comment as moderators see it, whatever became of it.
 *
 * @param key its id within its type
 * @param articleKey the id of the article that it stands below, within its type
 * @param articleTitle that article's headline
 * @param parentKey the id of what it stands below, within its type; null for a thread's
 * first
 * @param status what became of it
 * @param heldFor why it waits, or waited until it was taken for advertising
 * @param authorName what its author calls themselves
 * @param email their e-mail address
 * @param authorUrl their own page
 * @param address where it came from; null once that is forgotten
 * @param userAgent what the program said it is that sent it; null once that is forgotten
 * @param body sanitised HTML; empty unless it was selected, or if its author deleted it
 * @param source Markdown as it was written; null unless it was selected, or if it came
 * from elsewhere
 * @param createdAt when it was written
 * @param editedAt when its text was last edited
 * @param depth how deep it stands in its thread, from 0
 * @param replyCount how many replies to it readers find
 * @param likeCount how many readers like it
 * @param reportCount how many readers reported it since a moderator last looked at it
 * @param pinned whether moderators recommend it
 * @param staff whether somebody of the staff wrote it
 * @param revision grows by one with every edit
 */
record ModeratedComment(long key, long articleKey, String articleTitle, @Nullable Long parentKey, CommentStatus status,
		List<CommentHoldReason> heldFor, String authorName, @Nullable String email, @Nullable String authorUrl,
		@Nullable String address, @Nullable String userAgent, String body, @Nullable String source, Instant createdAt,
		@Nullable Instant editedAt, int depth, int replyCount, int likeCount, int reportCount, boolean pinned,
		boolean staff, int revision) {

	/** What to select of {@code comment c join article a}. */
	private static final String COLUMNS = """
			c.id, c.article_id, a.title as article_title, c.parent_id, c.status, c.held_for, c.author_name, c.author_email,
			c.author_url, host(c.author_address) as address, c.user_agent, c.created_at, c.edited_at, c.depth,
			c.reply_count, c.like_count, c.report_count, c.pinned_at is not null as pinned, c.by_staff, c.revision""";

	static String columns(boolean text) {
		return COLUMNS + (text ? ", c.body, c.source" : ", '' as body, null::text as source");
	}

	static ModeratedComment of(Readable row) {
		return new ModeratedComment(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				Rows.required(row, "article_title", String.class), row.get("parent_id", Long.class),
				CommentStatus.valueOf(Rows.required(row, "status", String.class)),
				Stream.of(Rows.required(row, "held_for", String[].class)).map(CommentHoldReason::valueOf).toList(),
				Rows.required(row, "author_name", String.class), row.get("author_email", String.class),
				row.get("author_url", String.class), row.get("address", String.class),
				row.get("user_agent", String.class), Rows.required(row, "body", String.class),
				row.get("source", String.class), Rows.required(row, "created_at", Instant.class),
				row.get("edited_at", Instant.class), Rows.required(row, "depth", Integer.class),
				Rows.required(row, "reply_count", Integer.class), Rows.required(row, "like_count", Integer.class),
				Rows.required(row, "report_count", Integer.class), Rows.required(row, "pinned", Boolean.class),
				Rows.required(row, "by_staff", Boolean.class), Rows.required(row, "revision", Integer.class));
	}

	public String id() {
		return new NodeId(CommentEvents.SUBJECT, this.key).toString();
	}

	public String articleId() {
		return new NodeId("Article", this.articleKey).toString();
	}

	public @Nullable String parentId() {
		return (this.parentKey != null) ? new NodeId(CommentEvents.SUBJECT, this.parentKey).toString() : null;
	}

}

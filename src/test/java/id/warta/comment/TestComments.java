package id.warta.comment;

import java.util.HashMap;
import java.util.Map;

import id.warta.TestContent;
import id.warta.TestMutations;
import org.jspecify.annotations.Nullable;

/**
 * Comments that tests write by plain SQL, below what {@link TestContent} has written.
 */
public final class TestComments {

	private final TestContent content;

	private final long audited;

	public TestComments(TestContent content) {
		this.content = content;
		this.audited = Long.parseLong(String.valueOf(content.one("select coalesce(max(id), 0) from audit_log")));
	}

	/**
	 * Writes a comment below the first article.
	 * @return its id: they are counted from 1
	 */
	public long comment(@Nullable Long parent, CommentStatus status) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("parent", (parent != null) ? parent : 0L);
		parameters.put("status", status.name());
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				select 1, nullif(:parent, 0), coalesce((select depth + 1 from comment where id = :parent), 0), :status,
				    'Budi', '<p>Isi</p>'""", parameters);
		return Long.parseLong(String.valueOf(this.content.one("select max(id) from comment")));
	}

	/**
	 * Changes columns of a comment.
	 * @param columns as {@code update} has them
	 */
	public void set(long id, String columns) {
		this.content.run("update comment set " + columns + " where id = " + id);
	}

	public @Nullable String status(long id) {
		return this.content.one("select status from comment where id = " + id);
	}

	/**
	 * A comment's global id.
	 */
	public static String id(long comment) {
		return TestMutations.id("Comment", comment);
	}

	/**
	 * What the log has said of comments, such as {@code APPROVED 1}, in order.
	 * @param after the position to begin behind
	 */
	public @Nullable String events(long after) {
		return this.content.one("""
				select coalesce(string_agg(substring(kind from 9) || ' ' || subject_id, ', ' order by position), 'none')
				from event_log where position > %d and subject_type = 'Comment'""".formatted(after));
	}

	/**
	 * The position behind all that the log holds.
	 */
	public long head() {
		return Long.parseLong(String.valueOf(this.content.one("select position from event_log_head")));
	}

	/**
	 * What a mutation was done to by the audit log since this was made, in order.
	 */
	public @Nullable String audit(String action) {
		return this.content.one("""
				select coalesce(string_agg(subject_type || ' ' || subject_id, ', ' order by id), 'none')
				from audit_log where action = '%s' and id > %d""".formatted(action, this.audited));
	}

}

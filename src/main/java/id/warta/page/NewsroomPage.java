package id.warta.page;

import java.time.Instant;
import java.util.Objects;

import id.warta.platform.NodeId;
import id.warta.platform.StaleRevisionException;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A page as the newsroom sees it, whether readers do or not.
 *
 * @param key its id
 * @param parentId the page above it
 * @param slug the last part of its address
 * @param status how far it has come
 * @param title the headline
 * @param body the text as sanitised HTML
 * @param position its place among its siblings, the smallest first
 * @param revision grows with every edit
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record NewsroomPage(long key, @Nullable Long parentId, String slug, PageStatus status, String title, String body,
		int position, int revision, Instant createdAt, Instant updatedAt) {

	static final String COLUMNS = "id, parent_id, slug, status, title, body, position, revision, created_at, updated_at";

	static NewsroomPage of(Readable row) {
		return new NewsroomPage(required(row, "id", Long.class), row.get("parent_id", Long.class),
				required(row, "slug", String.class), PageStatus.valueOf(required(row, "status", String.class)),
				required(row, "title", String.class), required(row, "body", String.class),
				required(row, "position", Integer.class), required(row, "revision", Integer.class),
				required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	/**
	 * The global id, the same as the page's.
	 */
	public String id() {
		return new NodeId(Pages.SUBJECT, this.key).toString();
	}

	/**
	 * Refuses an edit of what is no longer so.
	 * @param expected the revision that it started from
	 * @throws StaleRevisionException if that isn't the current one
	 */
	NewsroomPage requireRevision(int expected) {
		if (expected != this.revision) {
			throw new StaleRevisionException(this.revision);
		}
		return this;
	}

}

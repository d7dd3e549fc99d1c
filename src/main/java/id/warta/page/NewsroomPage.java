package id.warta.page;

import java.time.Instant;

import id.warta.platform.NodeId;
import id.warta.platform.Rows;
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
		return new NewsroomPage(Rows.required(row, "id", Long.class), row.get("parent_id", Long.class),
				Rows.required(row, "slug", String.class),
				PageStatus.valueOf(Rows.required(row, "status", String.class)),
				Rows.required(row, "title", String.class), Rows.required(row, "body", String.class),
				Rows.required(row, "position", Integer.class), Rows.required(row, "revision", Integer.class),
				Rows.required(row, "created_at", Instant.class), Rows.required(row, "updated_at", Instant.class));
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

package id.warta.page;

import java.time.Instant;
import java.util.Objects;

import id.warta.platform.Node;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A page that is no article. Its text is read when it is asked for.
 *
 * @param id its id
 * @param parentId the page above it
 * @param slug the last part of its address
 * @param title the headline
 * @param updatedAt when it was last changed
 */
public record Page(long id, @Nullable Long parentId, String slug, String title, Instant updatedAt) implements Node {

	static Page of(Readable row) {
		return new Page(Objects.requireNonNull(row.get("id", Long.class)), row.get("parent_id", Long.class),
				Objects.requireNonNull(row.get("slug", String.class)),
				Objects.requireNonNull(row.get("title", String.class)),
				Objects.requireNonNull(row.get("updated_at", Instant.class)));
	}

}

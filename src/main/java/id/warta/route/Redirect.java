package id.warta.route;

import java.time.Instant;
import java.util.Objects;

import id.warta.platform.Node;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Where an address leads that nothing is at.
 *
 * @param id its id
 * @param path the address, normalised
 * @param target a path of the site, or an absolute address; null if what was there is
 * gone for good
 * @param targetPath the target normalised, if it is a path of the site
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record Redirect(long id, String path, @Nullable String target, @Nullable String targetPath, Instant createdAt,
		Instant updatedAt) implements Node {

	static final String COLUMNS = "id, path, target, target_path, created_at, updated_at";

	static Redirect of(Readable row) {
		return new Redirect(required(row, "id", Long.class), required(row, "path", String.class),
				row.get("target", String.class), row.get("target_path", String.class),
				required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	public boolean gone() {
		return this.target == null;
	}

}

package id.warta.route;

import java.time.Instant;

import id.warta.platform.Node;
import id.warta.platform.Rows;
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
		return new Redirect(Rows.required(row, "id", Long.class), Rows.required(row, "path", String.class),
				row.get("target", String.class), row.get("target_path", String.class),
				Rows.required(row, "created_at", Instant.class), Rows.required(row, "updated_at", Instant.class));
	}

	public boolean gone() {
		return this.target == null;
	}

}

package id.warta.newsroom;

import java.time.Instant;
import java.util.Objects;

import id.warta.platform.NodeId;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A link by which somebody without an account may look at an article.
 *
 * @param key its id
 * @param createdAt when it was made
 * @param expiresAt until when it works
 * @param revokedAt since when it no longer works, if it was revoked
 */
record PreviewLink(long key, Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt) {

	static final String TYPE = "PreviewLink";

	static PreviewLink of(Readable row) {
		return new PreviewLink(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("created_at", Instant.class)),
				Objects.requireNonNull(row.get("expires_at", Instant.class)), row.get("revoked_at", Instant.class));
	}

	public String id() {
		return new NodeId(TYPE, this.key).toString();
	}

}

package id.warta.comment.moderation;

import java.time.Instant;

import id.warta.platform.Node;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose comments are refused, or always wait for a moderator.
 *
 * @param id its id
 * @param email whose, in lower case; null for a network
 * @param network from where, with the length of its prefix; null for an e-mail address
 * @param effect what becomes of their comments
 * @param reason why, for the staff
 * @param createdAt since when
 * @param createdBy who of the staff banned them; null if their account is gone
 * @param expiresAt until when; null for ever
 * @param active whether it isn't over yet
 */
record CommentBan(long id, @Nullable String email, @Nullable String network, BanEffect effect, @Nullable String reason,
		Instant createdAt, @Nullable String createdBy, @Nullable Instant expiresAt, boolean active) implements Node {

	/** What to select of {@code comment_ban b}. */
	static final String COLUMNS = """
			b.id, b.email, b.network::text as network, b.effect, b.reason, b.created_at,
			(select s.name from staff s where s.id = b.staff_id) as created_by, b.expires_at,
			coalesce(b.expires_at > :now, true) as active""";

	static CommentBan of(Readable row) {
		return new CommentBan(Rows.required(row, "id", Long.class), row.get("email", String.class),
				row.get("network", String.class), BanEffect.valueOf(Rows.required(row, "effect", String.class)),
				row.get("reason", String.class), Rows.required(row, "created_at", Instant.class),
				row.get("created_by", String.class), row.get("expires_at", Instant.class),
				Rows.required(row, "active", Boolean.class));
	}

}

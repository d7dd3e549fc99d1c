package id.warta.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.warta.platform.access.Permission;
import id.warta.platform.access.Role;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows.
 */
public final class StaffRows {

	/** The columns of somebody of the staff. */
	public static final String COLUMNS = """
			staff.id, staff.email, staff.name, staff.roles, staff.author_id, staff.password is not null as has_password,
			staff.password_must_change, staff.token_generation, staff.disabled_at, staff.created_at, staff.issuer,
			staff.subject, staff.claimed_at""";

	private StaffRows() {
	}

	/**
	 * Somebody of the staff.
	 */
	public static Staff staff(Readable row) {
		return new Staff(required(row, "id", Long.class), required(row, "email", String.class),
				required(row, "name", String.class),
				texts(row, "roles").map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
				row.get("author_id", Long.class), required(row, "has_password", Boolean.class),
				required(row, "password_must_change", Boolean.class), required(row, "token_generation", Integer.class),
				row.get("disabled_at", Instant.class), required(row, "created_at", Instant.class), identity(row));
	}

	private static @Nullable ForeignIdentity identity(Readable row) {
		String issuer = row.get("issuer", String.class);
		return (issuer == null) ? null : new ForeignIdentity(issuer, required(row, "subject", String.class),
				required(row, "claimed_at", Instant.class));
	}

	/**
	 * A machine's token.
	 */
	public static ApiToken token(Readable row) {
		return new ApiToken(required(row, "id", Long.class), required(row, "staff_id", Long.class),
				required(row, "name", String.class), required(row, "hash", String.class), permissions(row),
				required(row, "created_at", Instant.class), row.get("expires_at", Instant.class),
				row.get("last_used_at", Instant.class));
	}

	private static Set<Permission> permissions(Readable row) {
		return texts(row, "permissions").map(Permission::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> texts(Readable row, String column) {
		return Stream.of(required(row, column, String[].class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}

package id.warta.identity.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a machine's token is to be.
 *
 * @param name what its owner calls it
 * @param permissions what it may do at most
 * @param expiresAt until when it works; null for ever
 */
record CreateApiTokenInput(String name, List<Permission> permissions, @Nullable OffsetDateTime expiresAt) {

	private static final int MAX_NAME = 100;

	/**
	 * Refuses what can't be.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 * @throws AccessException with {@code FORBIDDEN} if the owner may not all of it
	 */
	void check(Viewer owner, Instant now) {
		if (line().isEmpty() || line().length() > MAX_NAME) {
			throw InvalidInputException.badArgument("name", "'name' must have 1 to " + MAX_NAME + " characters");
		}
		if (this.permissions.isEmpty()) {
			throw InvalidInputException.badArgument("permissions", "'permissions' must name one at least");
		}
		Instant end = end();
		if (end != null && !end.isAfter(now)) {
			throw InvalidInputException.badArgument("expiresAt", "'expiresAt' must be in the future");
		}
		this.permissions.forEach(owner::require);
	}

	String line() {
		return PlainText.line(this.name);
	}

	Set<Permission> rights() {
		return Set.copyOf(this.permissions);
	}

	@Nullable Instant end() {
		return (this.expiresAt != null) ? this.expiresAt.toInstant() : null;
	}

}

package id.warta.identity.account;

import java.util.List;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.PlainText;
import id.warta.platform.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads what inputs of accounts say.
 */
final class StaffInputs {

	private static final int MAX_NAME = 200;

	private StaffInputs() {
	}

	static long staff(String id) {
		return NodeId.parse(id, "Staff", "staffId");
	}

	static @Nullable Long author(@Nullable String id) {
		return (id != null) ? NodeId.parse(id, "Author", "authorId") : null;
	}

	/**
	 * A name in one line.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is blank or too long
	 */
	static String name(String text) {
		String name = PlainText.line(text);
		if (name.isEmpty() || name.length() > MAX_NAME) {
			throw InvalidInputException.badArgument("name", "'name' must have 1 to " + MAX_NAME + " characters");
		}
		return name;
	}

	/**
	 * Roles, of which there is one at least.
	 */
	static Set<Role> roles(List<Role> roles) {
		if (roles.isEmpty()) {
			throw InvalidInputException.badArgument("roles", "'roles' must name one role at least");
		}
		return Set.copyOf(roles);
	}

}

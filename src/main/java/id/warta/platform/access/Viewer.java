package id.warta.platform.access;

import java.util.Collection;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks: one of the staff, or a reader. Each operation's context holds one, under
 * this class.
 *
 * @param staffId who of the staff; null for a reader
 * @param name what the audit log calls them
 * @param permissions what they may do
 */
public record Viewer(@Nullable Long staffId, String name, Set<Permission> permissions) {

	/** Somebody who isn't signed in. */
	public static final Viewer READER = new Viewer(null, "", Set.of());

	/** Warta itself, or whoever runs its commands on the server. */
	public static final Viewer OPERATOR = new Viewer(null, "operator", Set.of(Permission.values()));

	/**
	 * Whoever asks for a field.
	 */
	public static Viewer of(DataFetchingEnvironment environment) {
		return environment.getGraphQlContext().getOrDefault(Viewer.class, READER);
	}

	/**
	 * Somebody of the staff.
	 */
	public static Viewer of(long staffId, String name, Collection<Role> roles) {
		return new Viewer(staffId, name, Permission.of(roles));
	}

	public boolean isStaff() {
		return this.staffId != null;
	}

	public boolean may(Permission permission) {
		return this.permissions.contains(permission);
	}

	/**
	 * Refuses those who may not.
	 * @throws AccessException with {@code UNAUTHENTICATED} for readers, else with
	 * {@code FORBIDDEN}
	 */
	public Viewer require(Permission permission) {
		if (!may(permission)) {
			throw isStaff() ? AccessException.forbidden() : AccessException.unauthenticated();
		}
		return this;
	}

	/**
	 * Refuses readers.
	 * @return who of the staff it is
	 * @throws AccessException with {@code UNAUTHENTICATED}
	 */
	public long requireStaff() {
		if (this.staffId == null) {
			throw AccessException.unauthenticated();
		}
		return this.staffId;
	}

}

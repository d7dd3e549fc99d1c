package id.warta.identity;

import java.time.Instant;
import java.util.Set;

import id.warta.platform.Node;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff.
 *
 * @param id tells them from all others
 * @param email what they sign in with, in lower case
 * @param name what others call them
 * @param roles what they are
 * @param authorId whose byline their articles carry
 * @param hasPassword whether they have set one
 * @param mustChangePassword whether theirs was given to them, so that they may do nothing
 * before they change it
 * @param tokenGeneration which access tokens are accepted
 * @param disabledAt since when they have no access; null if they have
 * @param createdAt since when there is the account
 * @param identity who they are at the identity provider; null if they sign in here
 */
public record Staff(long id, String email, String name, Set<Role> roles, @Nullable Long authorId, boolean hasPassword,
		boolean mustChangePassword, int tokenGeneration, @Nullable Instant disabledAt, Instant createdAt,
		@Nullable ForeignIdentity identity) implements Node {

	public boolean isDisabled() {
		return this.disabledAt != null;
	}

	/**
	 * Whether they were invited and have not come yet.
	 */
	public boolean isInvited() {
		return !this.hasPassword && this.identity == null;
	}

	/**
	 * Them, as they ask for something.
	 */
	public Viewer viewer() {
		return Viewer.of(this.id, this.name, this.mustChangePassword ? Set.of() : this.roles);
	}

}

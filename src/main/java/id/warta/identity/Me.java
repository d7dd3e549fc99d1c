package id.warta.identity;

import java.util.List;
import java.util.Set;

import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;

/**
 * Whoever is signed in, as they see themselves.
 *
 * @param staff who it is
 * @param permissions what they may do, with the token that they ask with
 * @param mustChangePassword whether they may do nothing before they change their password
 * @param apiTokens the tokens of their machines, the newest first; none while they must
 * change their password
 */
public record Me(Staff staff, Set<Permission> permissions, boolean mustChangePassword, List<ApiToken> apiTokens) {

	/**
	 * Somebody with what they may do by their roles.
	 */
	public static Me of(Staff staff, People people) {
		return of(staff, staff.viewer(), people.tokensOf(staff.id()));
	}

	/**
	 * Somebody as they ask.
	 * @param tokens what they may see of their machines' tokens
	 */
	static Me of(Staff staff, Viewer viewer, List<ApiToken> tokens) {
		return new Me(staff, viewer.permissions(), staff.mustChangePassword(),
				staff.mustChangePassword() ? List.of() : tokens);
	}

}

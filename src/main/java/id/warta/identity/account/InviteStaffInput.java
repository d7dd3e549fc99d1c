package id.warta.identity.account;

import java.util.List;

import id.warta.platform.access.Role;
import id.warta.platform.input.InputEmail;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited.
 *
 * @param email what they will sign in with
 * @param name what others call them
 * @param roles what they are
 * @param authorId whose byline their articles carry, if anybody's
 */
record InviteStaffInput(String email, String name, List<Role> roles, @Nullable String authorId) {

	String address() {
		return InputEmail.of(this.email, "email");
	}

	@Nullable Long author() {
		return StaffInputs.author(this.authorId);
	}

}

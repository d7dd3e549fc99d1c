package id.warta.identity.session;

import java.util.Locale;

import id.warta.identity.Staff;
import id.warta.identity.StaffRows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff, with the hash of their password.
 *
 * @param staff who it is
 * @param password the hash; null if they have not set one
 */
record Account(Staff staff, @Nullable String password) {

	static Account of(Readable row) {
		return new Account(StaffRows.staff(row), row.get("password", String.class));
	}

	/**
	 * The hash that a sign-in is checked against; null if they may not sign in.
	 */
	@Nullable String usablePassword() {
		return this.staff.isDisabled() ? null : this.password;
	}

	/**
	 * An e-mail address as accounts have it.
	 */
	static String address(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

}

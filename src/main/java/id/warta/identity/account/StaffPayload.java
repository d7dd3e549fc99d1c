package id.warta.identity.account;

import java.util.List;

import id.warta.identity.Staff;

/**
 * The answer to changes of an account.
 *
 * @param staff the account as it is now
 */
record StaffPayload(Staff staff) {

	public List<Object> errors() {
		return List.of();
	}

}

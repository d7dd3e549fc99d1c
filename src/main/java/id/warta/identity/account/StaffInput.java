package id.warta.identity.account;

/**
 * Somebody of the staff.
 *
 * @param staffId their global id
 */
record StaffInput(String staffId) {

	long id() {
		return StaffInputs.staff(this.staffId);
	}

}

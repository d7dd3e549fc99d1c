package id.warta.identity.account;

import java.util.List;

import id.warta.platform.access.Role;

/**
 * What somebody is from now on.
 *
 * @param staffId who
 * @param roles all their roles
 */
record ChangeStaffRolesInput(String staffId, List<Role> roles) {

	long id() {
		return StaffInputs.staff(this.staffId);
	}

}

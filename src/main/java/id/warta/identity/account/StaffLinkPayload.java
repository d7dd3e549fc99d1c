package id.warta.identity.account;

import java.time.Instant;
import java.util.List;

import id.warta.identity.Staff;
import id.warta.identity.session.PasswordLink;

/**
 * The answer to whatever makes a one-time link.
 *
 * @param staff who sets a password by it
 * @param token what {@code setPassword} takes
 * @param link where to send them
 * @param expiresAt until when it can be used
 */
record StaffLinkPayload(Staff staff, String token, String link, Instant expiresAt) {

	StaffLinkPayload(Staff staff, PasswordLink link) {
		this(staff, link.token(), link.link(), link.expiresAt());
	}

	public List<Object> errors() {
		return List.of();
	}

}

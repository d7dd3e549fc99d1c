package id.warta.identity.access;

import id.warta.platform.access.Permission;
import id.warta.platform.access.SignedIn;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Somebody of the staff, as Spring Security knows them.
 */
class SignedInAuthentication extends AbstractAuthenticationToken {

	private final transient SignedIn signedIn;

	SignedInAuthentication(SignedIn signedIn) {
		super(AuthorityUtils.createAuthorityList(
				signedIn.viewer().permissions().stream().map(Permission::name).toArray(String[]::new)));
		this.signedIn = signedIn;
		setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public SignedIn getPrincipal() {
		return this.signedIn;
	}

}

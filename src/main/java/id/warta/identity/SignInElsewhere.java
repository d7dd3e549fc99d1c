package id.warta.identity;

import id.warta.platform.ConflictException;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses what an identity provider does in Warta's place, where there is one.
 */
@Component
public class SignInElsewhere {

	private final boolean elsewhere;

	SignInElsewhere(Environment environment) {
		this.elsewhere = !OnOwnSignIn.matches(environment);
	}

	/**
	 * Refuses it.
	 * @throws ConflictException with {@code SIGN_IN_ELSEWHERE}
	 */
	public void refuse() {
		if (this.elsewhere) {
			throw new ConflictException("SIGN_IN_ELSEWHERE", "The staff sign in at the site's identity provider");
		}
	}

}

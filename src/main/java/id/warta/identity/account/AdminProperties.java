package id.warta.identity.account;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, who is made at a start when there is none.
 *
 * @param email what they sign in with
 * @param password their password
 */
@ConfigurationProperties("warta.admin")
record AdminProperties(@Nullable String email, @Nullable String password) {

	boolean isSet() {
		return this.email != null && !this.email.isBlank() && this.password != null && !this.password.isEmpty();
	}

}

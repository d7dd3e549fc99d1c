package id.warta.identity.session;

import id.warta.identity.OnOwnSignIn;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * All that there is only where Warta signs in itself.
 */
record OwnSessions(SignIn signIn, SessionRefresh refresh, SignOut signOut, PasswordChange passwordChange,
		PasswordSetting passwordSetting) {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication
	@Conditional(OnOwnSignIn.class)
	static class Beans {

		@Bean
		OwnSessions ownSessions(SignIn signIn, SessionRefresh refresh, SignOut signOut, PasswordChange passwordChange,
				PasswordSetting passwordSetting) {
			return new OwnSessions(signIn, refresh, signOut, passwordChange, passwordSetting);
		}

	}

}

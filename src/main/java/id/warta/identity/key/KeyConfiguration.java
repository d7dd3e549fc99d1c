package id.warta.identity.key;

import id.warta.platform.secret.Wrapping;
import java.time.InstantSource;

import id.warta.embedded.OnNoPostgres;
import id.warta.eventlog.EventLog;
import id.warta.eventlog.Replicas;
import id.warta.identity.IdentityProperties;
import id.warta.identity.OnOwnSignIn;
import id.warta.platform.SetupException;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.StringUtils;

/**
 * Signs and verifies, where Warta serves and is the one who signs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class KeyConfiguration {

	/** Before any server is asked for anything. */
	@Bean
	static BeanFactoryPostProcessor secretsCheck(Environment environment) {
		return (factory) -> {
			if (!StringUtils.hasText(environment.getProperty("warta.secrets.key"))
					&& !OnNoPostgres.matches(environment)) {
				throw new SetupException("With a PostgreSQL of your own, set warta.secrets.key (WARTA_SECRETS_KEY) to"
						+ " 32 bytes in base64, as 'openssl rand -base64 32' gives, the same on every node");
			}
		};
	}

	@Bean
	KeyRenewal keyRenewal(KeyTable table, Wrapping wrapping, EventLog events, TransactionalOperator transaction,
			IdentityProperties properties) {
		return new KeyRenewal(table, wrapping, events, transaction, properties);
	}

	@Bean
	SigningKeys signingKeys(KeyTable table, KeyRenewal renewal, Wrapping wrapping, InstantSource clock,
			Replicas replicas) {
		return new SigningKeys(table, renewal, wrapping, clock, replicas);
	}

	@Bean
	AccessTokens accessTokens(SigningKeys keys, InstantSource clock, IdentityProperties properties) {
		return new AccessTokens(keys, clock, properties);
	}

}

package id.warta.identity.account;

import id.warta.eventlog.EventLog;
import id.warta.identity.OnOwnSignIn;
import id.warta.identity.session.Passwords;
import id.warta.platform.access.AuditLog;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
@EnableConfigurationProperties(AdminProperties.class)
class AccountConfiguration {

	@Bean
	FirstAdministrator firstAdministrator(AdminProperties properties, Environment environment, DatabaseClient database,
			Passwords passwords, AuditLog audit, EventLog events, TransactionalOperator transaction) {
		return new FirstAdministrator(properties, environment, database, passwords, audit, events, transaction);
	}

}

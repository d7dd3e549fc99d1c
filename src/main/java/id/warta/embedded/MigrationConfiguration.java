package id.warta.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the migrations, which speak JDBC, reach the database that R2DBC is set to.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	@Conditional(OnNoMigrationUrl.class)
	MigrationConnectionDetails migrationConnectionDetails(R2dbcConnectionDetails details) {
		return new MigrationConnectionDetails(details.getConnectionFactoryOptions());
	}

}

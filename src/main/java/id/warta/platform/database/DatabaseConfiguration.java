package id.warta.platform.database;

import java.time.Duration;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Warta asks of the driver and of every connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

	/** Event loops of its own: shared ones halve the throughput of both sides. */
	@Bean(destroyMethod = "dispose")
	LoopResources databaseLoops() {
		return LoopResources.create("postgresql", Math.max(2, Runtime.getRuntime().availableProcessors() / 2), true);
	}

	@Bean
	ConnectionFactoryOptionsBuilderCustomizer databaseOptions(LoopResources databaseLoops) {
		return (options) -> options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, databaseLoops)
			.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "warta")
			.option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
			.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, CONNECT_TIMEOUT);
	}

	@Bean
	@ConditionalOnWebApplication
	ConnectionFactoryOptionsBuilderCustomizer statementTimeout(DatabaseProperties properties) {
		return (options) -> options.option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT,
				properties.statementTimeout());
	}

	@Bean
	ConnectionFactoryDecorator guardedConnections() {
		return GuardedConnectionFactory::new;
	}

}

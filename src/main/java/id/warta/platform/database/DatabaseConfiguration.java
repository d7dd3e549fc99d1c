package id.warta.platform.database;

import java.time.Duration;
import java.util.Map;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pool, and what Warta asks of the driver. Boot's own pool has no place for a rule
 * about which connections are fit to be lent.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ DatabaseProperties.class, R2dbcProperties.class })
class DatabaseConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

	private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

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

	/** Commands such as imports take the time they need. */
	/**
	 * A node that is cut off in a transaction must not keep its locks: others wait for
	 * the log's head.
	 */
	@Bean
	@ConditionalOnWebApplication
	ConnectionFactoryOptionsBuilderCustomizer timeouts(DatabaseProperties properties) {
		return (options) -> options
			.option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, properties.statementTimeout())
			.option(PostgresqlConnectionFactoryProvider.OPTIONS,
					Map.of("idle_in_transaction_session_timeout", String.valueOf(IDLE_IN_TRANSACTION.toMillis())));
	}

	@Bean(destroyMethod = "dispose")
	ConnectionPool connectionPool(R2dbcConnectionDetails details, R2dbcProperties properties,
			ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers, LoopResources databaseLoops) {
		return new PoolSettings(properties.getPool()).pool(new GuardedConnectionFactory(
				ConnectionFactoryBuilder.withOptions(details.getConnectionFactoryOptions().mutate())
					.configure((options) -> customizers.orderedStream().forEach((each) -> each.customize(options)))
					.build()));
	}

}

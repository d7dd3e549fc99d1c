package id.warta.platform.database;

import java.time.Duration;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import reactor.pool.PooledRefMetadata;

import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;

/**
 * The pool as the properties want it. A connection that is closed, after a restart of
 * PostgreSQL say, is never lent: the next one is, or a new one.
 *
 * @param settings the properties
 */
record PoolSettings(R2dbcProperties.Pool settings) {

	ConnectionPool pool(ConnectionFactory connections) {
		ConnectionPoolConfiguration.Builder builder = ConnectionPoolConfiguration.builder(connections)
			.name("warta")
			.initialSize(this.settings.getInitialSize())
			.maxSize(this.settings.getMaxSize())
			.minIdle(this.settings.getMinIdle())
			.acquireRetry(this.settings.getAcquireRetry())
			.validationDepth(this.settings.getValidationDepth())
			.customizer((pool) -> pool.evictionPredicate(this::isUnfit));
		PropertyMapper map = PropertyMapper.get();
		map.from(this.settings.getMaxIdleTime()).to(builder::maxIdleTime);
		map.from(this.settings.getMaxLifeTime()).to(builder::maxLifeTime);
		map.from(this.settings.getMaxAcquireTime()).to(builder::maxAcquireTime);
		map.from(this.settings.getMaxCreateConnectionTime()).to(builder::maxCreateConnectionTime);
		map.from(this.settings.getMaxValidationTime()).to(builder::maxValidationTime);
		map.from(this.settings.getValidationQuery()).whenHasText().to(builder::validationQuery);
		return new ConnectionPool(builder.build());
	}

	private boolean isUnfit(Connection connection, PooledRefMetadata metadata) {
		return isOver(metadata.idleTime(), this.settings.getMaxIdleTime())
				|| isOver(metadata.lifeTime(), this.settings.getMaxLifeTime())
				|| (connection instanceof GuardedConnection guarded && guarded.isClosed());
	}

	private static boolean isOver(long milliseconds, @Nullable Duration limit) {
		return limit != null && milliseconds >= limit.toMillis();
	}

}

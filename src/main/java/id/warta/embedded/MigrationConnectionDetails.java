package id.warta.embedded;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The database of an R2DBC URL, in JDBC's words. It is a {@link JdbcConnectionDetails} as
 * well, since Flyway starts only where it sees one of those, a data source or a property.
 */
final class MigrationConnectionDetails implements FlywayConnectionDetails, JdbcConnectionDetails {

	private final ConnectionFactoryOptions options;

	MigrationConnectionDetails(ConnectionFactoryOptions options) {
		this.options = options;
	}

	@Override
	public @Nullable String getUsername() {
		return value(ConnectionFactoryOptions.USER);
	}

	@Override
	public @Nullable String getPassword() {
		return value(ConnectionFactoryOptions.PASSWORD);
	}

	@Override
	public String getJdbcUrl() {
		return JdbcUrl.of(this.options);
	}

	@Override
	public String getDriverClassName() {
		return "org.postgresql.Driver";
	}

	private @Nullable String value(Option<? extends CharSequence> option) {
		CharSequence value = (CharSequence) this.options.getValue(option);
		return (value != null) ? value.toString() : null;
	}

}

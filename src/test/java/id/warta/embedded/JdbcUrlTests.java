package id.warta.embedded;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JdbcUrlTests {

	@ParameterizedTest
	@CsvSource({ "r2dbc:postgresql://db.example/news, jdbc:postgresql://db.example:5432/news",
			"r2dbc:postgresql://u:p@db.example:6543/news, jdbc:postgresql://db.example:6543/news",
			"r2dbc:pool:postgresql://db.example/news?maxSize=5, jdbc:postgresql://db.example:5432/news",
			"r2dbc:postgresql://[::1]:6543/news, jdbc:postgresql://[::1]:6543/news",
			"r2dbc:postgresql://db.example/news?schema=site, jdbc:postgresql://db.example:5432/news?currentSchema=site",
			"r2dbc:postgresql://db.example/news?sslMode=verify-full&sslRootCert=/etc/a%20b.pem, jdbc:postgresql://db.example:5432/news?sslmode=verify-full&sslrootcert=%2Fetc%2Fa%20b.pem",
			"r2dbcs:postgresql://db.example/news, jdbc:postgresql://db.example:5432/news?sslmode=verify-full",
			"'r2dbc:postgresql:failover://one:6543,two/news', 'jdbc:postgresql://one:6543,two:5432/news?targetServerType=primary'" })
	void saysWhatTheR2dbcUrlSays(String r2dbc, String jdbc) {
		assertThat(JdbcUrl.of(ConnectionFactoryOptions.parse(r2dbc))).isEqualTo(jdbc);
	}

	@Test
	void asksForAnotherUrlWhereThereIsNoHost() {
		ConnectionFactoryOptions options = ConnectionFactoryOptions.builder()
			.option(ConnectionFactoryOptions.DRIVER, "postgresql")
			.build();
		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(() -> JdbcUrl.of(options))
			.withMessageContaining("spring.flyway.url");
	}

}

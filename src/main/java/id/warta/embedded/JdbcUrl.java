package id.warta.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

/**
 * Says in a JDBC URL what an R2DBC URL says: hosts, port, database and encryption.
 */
final class JdbcUrl {

	private static final int PORT = 5432;

	/** R2DBC's names, and the PostgreSQL driver's. */
	private static final Map<String, String> PARAMETERS = parameters();

	private JdbcUrl() {
	}

	/**
	 * The URL, without the user and the password.
	 */
	static String of(ConnectionFactoryOptions options) {
		String database = text(options, "database");
		String query = query(options);
		return "jdbc:postgresql://%s/%s%s".formatted(hosts(options), (database != null) ? encoded(database) : "",
				query.isEmpty() ? "" : "?" + query);
	}

	private static String hosts(ConnectionFactoryOptions options) {
		String port = text(options, "port");
		return Arrays.stream(host(options).split(","))
			.map(String::strip)
			.map((host) -> hasPort(host) ? host : host + ":" + ((port != null) ? port : PORT))
			.collect(Collectors.joining(","));
	}

	private static String host(ConnectionFactoryOptions options) {
		String host = text(options, "host");
		if (host == null) {
			throw new EmbeddedServerException(
					"The migrations can't be derived from an R2DBC URL without a host: set spring.flyway.url");
		}
		return host;
	}

	private static boolean hasPort(String host) {
		return host.matches(".*[^:]:\\d+|\\[.*]:\\d+");
	}

	private static String query(ConnectionFactoryOptions options) {
		Map<String, String> query = new LinkedHashMap<>();
		if (isTrue(options, "ssl")) {
			query.put("sslmode", "verify-full");
		}
		PARAMETERS.forEach((name, parameter) -> {
			String value = text(options, name);
			if (value != null) {
				query.put(parameter, value);
			}
		});
		if (host(options).contains(",")) {
			query.put("targetServerType", "primary");
		}
		return query.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + encoded(entry.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static boolean isTrue(ConnectionFactoryOptions options, String name) {
		return Boolean.parseBoolean(text(options, name));
	}

	private static @Nullable String text(ConnectionFactoryOptions options, String name) {
		Object value = options.getValue(Option.valueOf(name));
		return (value != null) ? value.toString() : null;
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("sslMode", "sslmode");
		parameters.put("sslRootCert", "sslrootcert");
		parameters.put("sslCert", "sslcert");
		parameters.put("sslKey", "sslkey");
		parameters.put("sslPassword", "sslpassword");
		parameters.put("schema", "currentSchema");
		return parameters;
	}

}

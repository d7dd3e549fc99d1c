package id.warta;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Further nodes of Warta in a test's process, on the servers that all tests share.
 */
public final class TestNodes {

	/** What all nodes of the tests wrap the secrets by that they share. */
	public static final String SECRETS_KEY = "dGhlIHNlY3JldCB0aGF0IGFsbCB0ZXN0cyBzaGFyZSE=";

	private TestNodes() {
	}

	/**
	 * Starts a node. Closing it stops it as an operator would.
	 * @param arguments properties, each with two dashes
	 */
	public static ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(WartaApplication.class).initializers(new EmbeddedServersInitializer())
			.properties("server.port=0", "spring.jmx.enabled=false")
			.run(arguments);
	}

	/**
	 * Where a node serves.
	 */
	public static int port(ConfigurableApplicationContext node) {
		return ((WebServerApplicationContext) node).getWebServer().getPort();
	}

}

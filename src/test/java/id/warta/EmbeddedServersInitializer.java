package id.warta;

import java.nio.file.Path;

import id.warta.embedded.TestServers;
import reactor.blockhound.BlockHound;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points a test's application at the servers that all tests share.
 */
class EmbeddedServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static {
		// Random bytes come from a file that never makes one wait
		BlockHound.install((builder) -> builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO",
				"readFully"));
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Path data = TestServers.data();
		TestPropertyValues.of("warta.data=" + data).applyTo(context);
	}

}

package id.warta;

import java.nio.file.Path;

import id.warta.embedded.TestServers;
import reactor.blockhound.BlockHound;

import org.springframework.boot.r2dbc.autoconfigure.R2dbcProxyAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points a test's application at the servers that all tests share. The proxy that the
 * tests bring along stays away, as it would hide the connections' own guards from the
 * pool.
 */
class EmbeddedServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static {
		BlockHound.install(EmbeddedServersInitializer::allowWhatHardlyBlocks);
	}

	private static void allowWhatHardlyBlocks(BlockHound.Builder builder) {
		// Random bytes come from a file that never makes one wait
		builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
		// The engine's messages, of which each language is read from the class path once
		builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
		// Whoever sets or cancels a timer may wait a moment for its queue or its pool; an
		// error in there would leave the lock as if it were taken, and the timer's thread
		// stuck
		builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove");
		builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "tryTerminate");
		// Whoever sends a command to Redis lets others finish sending theirs; an error in
		// here leaves the lock as if it were taken
		builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters");
		builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "doExclusive");
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Path data = TestServers.data();
		String demo = context.getEnvironment().getProperty("warta.demo", "false");
		String attempts = context.getEnvironment().getProperty("warta.identity.attempts-per-network", "10000");
		TestPropertyValues
			.of("warta.data=" + data, "warta.demo=" + demo, "warta.secrets.key=" + TestNodes.SECRETS_KEY,
					"warta.identity.attempts-per-network=" + attempts, "management.server.port=0",
					"spring.autoconfigure.exclude=" + R2dbcProxyAutoConfiguration.class.getName())
			.applyTo(context);
	}

}

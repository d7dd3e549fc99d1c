package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The folder of Redis's data and settings.
 */
final class RedisFolder {

	private static final String SETTINGS = """
			# Written anew at every start
			bind 127.0.0.1
			protected-mode yes
			daemonize no
			dir "%1$s"
			pidfile "%2$s"
			set-proc-title no
			requirepass %3$s

			appendonly yes
			appendfsync everysec
			save ""
			""";

	private final Path path;

	private final Path passwordFile;

	RedisFolder(DataFolder data) {
		this.path = data.path().resolve("redis");
		this.passwordFile = data.path().resolve("redis.password");
	}

	/**
	 * The password of all clients.
	 */
	String password() throws IOException {
		return Secret.in(this.passwordFile);
	}

	/**
	 * The settings, which hold the password too.
	 */
	Path settings() {
		return this.path.resolve("redis.conf");
	}

	/**
	 * Where the server writes its process number.
	 */
	Path pidFile() {
		return this.path.resolve("redis.pid");
	}

	void prepare(Account account) throws IOException {
		PrivateFiles.createFolder(this.path);
		String settings = SETTINGS.formatted(quoted(this.path), quoted(pidFile()), password());
		PrivateFiles.write(settings(), settings.getBytes(StandardCharsets.UTF_8));
		account.own(this.path);
	}

	private static String quoted(Path path) {
		return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
	}

}

package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Redis on its folder in the data folder.
 */
final class RedisServer implements Server {

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

	private final Path folder;

	private final Path passwordFile;

	private final Path program;

	RedisServer(DataFolder data, Path program) {
		this.folder = data.path().resolve("redis");
		this.passwordFile = data.path().resolve("redis.password");
		this.program = program;
	}

	String password() throws IOException {
		return Secret.in(this.passwordFile);
	}

	@Override
	public String name() {
		return "Redis";
	}

	@Override
	public String key() {
		return "redis";
	}

	@Override
	public Path program() {
		return this.program;
	}

	@Override
	public void prepare(Account account) throws IOException {
		PrivateFiles.createFolder(this.folder);
		PrivateFiles.write(settings(), SETTINGS.formatted(quoted(this.folder), quoted(pidFile()), password())
			.getBytes(StandardCharsets.UTF_8));
		account.own(this.folder);
	}

	@Override
	public List<String> command(int port) {
		return List.of(this.program.toString(), settings().toString(), "--port", String.valueOf(port));
	}

	@Override
	public List<String> stopSignals() {
		return List.of("TERM");
	}

	@Override
	public Optional<ProcessHandle> process() {
		return new PidFile(pidFile()).process(settings().toString());
	}

	@Override
	public boolean isReady(int port) throws IOException {
		return RedisProbe.answers(port, password());
	}

	private Path settings() {
		return this.folder.resolve("redis.conf");
	}

	private Path pidFile() {
		return this.folder.resolve("redis.pid");
	}

	private static String quoted(Path path) {
		return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
	}

}

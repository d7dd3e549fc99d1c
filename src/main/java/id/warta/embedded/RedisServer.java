package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Redis on its folder in the data folder.
 */
final class RedisServer implements Server {

	private final RedisFolder folder;

	private final Path program;

	RedisServer(RedisFolder folder, Path program) {
		this.folder = folder;
		this.program = program;
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
		this.folder.prepare(account);
	}

	@Override
	public List<String> command(int port) {
		return List.of(this.program.toString(), this.folder.settings().toString(), "--port", String.valueOf(port));
	}

	@Override
	public List<String> stopSignals() {
		return List.of("TERM");
	}

	@Override
	public Optional<ProcessHandle> process() {
		return new PidFile(this.folder.pidFile())
			.process(CommandLine.of(this.program, this.folder.settings().toString()));
	}

	@Override
	public boolean isReady(int port) throws IOException {
		return RedisProbe.answers(port, this.folder.password());
	}

}

package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * PostgreSQL on the cluster in the data folder.
 */
final class PostgresServer implements Server {

	private final PostgresCluster cluster;

	private final Path binaries;

	PostgresServer(PostgresCluster cluster, Path binaries) {
		this.cluster = cluster;
		this.binaries = binaries;
	}

	PostgresCluster cluster() {
		return this.cluster;
	}

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public String key() {
		return "postgres";
	}

	@Override
	public Path program() {
		return this.binaries.resolve("bin/postgres");
	}

	@Override
	public void prepare(Account account) throws IOException {
		this.cluster.prepare(new PostgresPrograms(this.binaries, account));
	}

	@Override
	public List<String> command(int port) {
		return List.of(program().toString(), "-D", this.cluster.path().toString(), "-p", String.valueOf(port));
	}

	/**
	 * {@code INT} stops it without waiting for its clients, but a process that a shell
	 * has put into the background ignores it until it listens itself: {@code TERM} ends
	 * it before that.
	 */
	@Override
	public List<String> stopSignals() {
		return List.of("TERM", "INT");
	}

	@Override
	public Optional<ProcessHandle> process() {
		return postmaster().process();
	}

	@Override
	public boolean isReady(int port) {
		return postmaster().readyPort().equals(OptionalInt.of(port));
	}

	/**
	 * What the server says of itself.
	 */
	PostmasterFile postmaster() {
		return new PostmasterFile(this.cluster.path(), program());
	}

}

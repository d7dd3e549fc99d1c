package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Runs PostgreSQL by its own launcher, where there are no FIFOs to watch its holders by,
 * as on Windows. The last holder stops it. After one that was killed it runs on, and
 * whoever comes next joins it.
 */
final class DetachedPostgres implements ServerHost {

	private static final Duration READY = Duration.ofMinutes(5);

	private static final int PORT_ATTEMPTS = 5;

	private final PostgresServer server;

	private final DataFolder data;

	private final Path run;

	private final Path holders;

	DetachedPostgres(PostgresServer server, DataFolder data) {
		this.server = server;
		this.data = data;
		this.run = data.run(server.key());
		this.holders = this.run.resolve("holders");
	}

	@Override
	public HeldServer hold() throws IOException {
		try (FolderLock lock = FolderLock.in(this.run)) {
			Files.createDirectories(this.holders);
			Account account = Account.forServers(this.data, this.run, this.server.program());
			int port = this.server.process().isPresent() ? join() : start(account);
			Holder holder = Holder.in(this.holders);
			return new HeldServer(port, () -> release(account, holder));
		}
	}

	private int join() throws IOException {
		PostmasterFile postmaster = this.server.postmaster();
		Waiting.until(READY, () -> postmaster.readyPort().isPresent() || postmaster.process().isEmpty());
		return postmaster.readyPort()
			.orElseThrow(() -> new EmbeddedServerException(
					"PostgreSQL in %s runs, but isn't ready: end its processes first".formatted(this.data.path())));
	}

	private int start(Account account) throws IOException {
		this.server.prepare(account);
		ServerLog log = ServerLog.of(this.server, this.data);
		account.own(log.path());
		for (int attempt = 1;; attempt++) {
			int port = FreePort.find();
			if (launch(account, port, log)) {
				return port;
			}
			if (!log.isPortTaken() || attempt == PORT_ATTEMPTS) {
				throw log.failure();
			}
		}
	}

	private boolean launch(Account account, int port, ServerLog log) throws IOException {
		return account.command(List.of(launcher(), "start", "-D", cluster(), "-w", "-t",
				String.valueOf(READY.toSeconds()), "-l", log.path().toString(), "-o", "-p " + port))
			.runSilently() == 0;
	}

	private void release(Account account, Holder holder) throws IOException {
		try (FolderLock lock = FolderLock.in(this.run)) {
			holder.close();
			if (!Holder.anyIn(this.holders)) {
				account.command(List.of(launcher(), "stop", "-D", cluster(), "-w", "-m", "fast")).runSilently();
			}
		}
	}

	private String launcher() {
		return this.server.program().resolveSibling("pg_ctl").toString();
	}

	private String cluster() {
		return this.server.cluster().path().toString();
	}

}

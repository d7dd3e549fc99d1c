package id.warta.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * Runs a server below a {@link Keeper}, which notices the end of every process that holds
 * it. A lock covers the starts and the stops, so that two processes that come at once, or
 * one that comes while the last one goes, never get two servers on the same data.
 */
final class KeeperHost implements ServerHost {

	/** Recovery after a crash, or a long append-only file, takes its time. */
	private static final Duration READY = Duration.ofMinutes(5);

	private static final Duration STOPPED = Duration.ofMinutes(2);

	private static final int PORT_ATTEMPTS = 5;

	private final Server server;

	private final DataFolder data;

	private final Path run;

	KeeperHost(Server server, DataFolder data) {
		this.server = server;
		this.data = data;
		this.run = data.run(server.key());
	}

	@Override
	public HeldServer hold() throws IOException {
		try (FolderLock lock = FolderLock.in(this.run)) {
			for (Keeper keeper : keepers()) {
				HeldServer joined = join(keeper);
				if (joined != null) {
					return joined;
				}
			}
			return start();
		}
	}

	private List<Keeper> keepers() throws IOException {
		List<Keeper> keepers = new ArrayList<>();
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.run, Keeper.FOLDER + "*")) {
			folders.forEach((folder) -> keepers.add(new Keeper(folder)));
		}
		return keepers;
	}

	private @Nullable HeldServer join(Keeper keeper) throws IOException {
		FileChannel fifo = keeper.isAlive() ? keeper.join() : null;
		HeldServer joined = (fifo != null) ? whenReady(keeper, fifo) : null;
		if (joined == null) {
			remove(keeper);
		}
		return joined;
	}

	private HeldServer start() throws IOException {
		Account account = Account.forServers(this.data, this.run, this.server.program());
		new Orphan(this.server).stop();
		this.server.prepare(account);
		ServerLog log = ServerLog.of(this.server, this.data);
		account.ownAll(this.data);
		for (int attempt = 1;; attempt++) {
			Keeper keeper = Keeper.create(this.run, account, FreePort.find());
			FileChannel fifo = keeper.start(this.server, account, log.path());
			HeldServer started = (fifo != null) ? whenReady(keeper, fifo) : null;
			if (started != null) {
				return started;
			}
			remove(keeper);
			if (!log.isPortTaken() || attempt == PORT_ATTEMPTS) {
				throw log.failure();
			}
		}
	}

	private @Nullable HeldServer whenReady(Keeper keeper, FileChannel fifo) throws IOException {
		boolean ready = false;
		try {
			int port = keeper.port();
			Waiting.until(READY, () -> this.server.isReady(port) || !keeper.isAlive());
			ready = this.server.isReady(port);
			return ready ? held(keeper, port, fifo) : null;
		}
		finally {
			if (!ready) {
				fifo.close();
			}
		}
	}

	private HeldServer held(Keeper keeper, int port, FileChannel fifo) throws IOException {
		keeper.markReady();
		Holder holder = Holder.in(keeper.folder());
		return new HeldServer(port, () -> release(keeper, fifo, holder));
	}

	private void release(Keeper keeper, FileChannel fifo, Holder holder) throws IOException {
		try (FolderLock lock = FolderLock.in(this.run)) {
			holder.close();
			fifo.close();
			if (!Holder.anyIn(keeper.folder())) {
				remove(keeper);
				new Orphan(this.server).stop();
			}
		}
	}

	/**
	 * Waits for the end of a keeper that nobody holds.
	 */
	private void remove(Keeper keeper) throws IOException {
		if (Holder.anyIn(keeper.folder())) {
			throw new EmbeddedServerException(
					"%s in %s is held by a process out of reach, such as one in another container: end that first"
						.formatted(this.server.name(), this.data.path()));
		}
		if (!Waiting.until(STOPPED, () -> !keeper.isAlive())) {
			throw new EmbeddedServerException(
					"%s in %s doesn't stop: end its processes first".formatted(this.server.name(), this.data.path()));
		}
		FileSystemUtils.deleteRecursively(keeper.folder());
	}

}

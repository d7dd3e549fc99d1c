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
 * Joins the server that runs on the data folder already, or starts one. A lock covers all
 * of this, so that two processes that come at once, or one that comes while the last one
 * goes, never get two servers on the same data.
 */
final class KeptServers {

	/** Recovery after a crash, or a long append-only file, takes its time. */
	private static final Duration READY = Duration.ofMinutes(5);

	private static final Duration STOPPED = Duration.ofMinutes(2);

	private static final int PORT_ATTEMPTS = 5;

	private final Server server;

	private final DataFolder data;

	private final Path run;

	KeptServers(Server server, DataFolder data) {
		this.server = server;
		this.data = data;
		this.run = data.run(server.key());
	}

	/**
	 * Keeps the server running until the result is closed, or this process ends.
	 */
	HeldServer hold() throws IOException {
		try (FolderLock lock = lock()) {
			for (Keeper keeper : keepers()) {
				HeldServer joined = join(keeper);
				if (joined != null) {
					return joined;
				}
			}
			return start();
		}
	}

	private FolderLock lock() throws IOException {
		return FolderLock.of(this.run.resolve("lock"));
	}

	private List<Keeper> keepers() throws IOException {
		List<Keeper> keepers = new ArrayList<>();
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.run, "keeper-*")) {
			folders.forEach((folder) -> keepers.add(new Keeper(folder)));
		}
		return keepers;
	}

	private @Nullable HeldServer join(Keeper keeper) throws IOException {
		FileChannel fifo = keeper.isAlive() ? keeper.join() : null;
		if (fifo != null) {
			return ready(keeper, fifo);
		}
		if (Holder.anyIn(keeper.folder())) {
			throw new EmbeddedServerException(
					"%s in %s is used from elsewhere, such as another container: end that first"
						.formatted(this.server.name(), this.data.path()));
		}
		awaitEnd(keeper);
		return null;
	}

	private HeldServer start() throws IOException {
		Account account = Account.forServers(this.data, this.server.program());
		new Orphan(this.server).stop();
		this.server.prepare(account);
		ServerLog log = ServerLog.of(this.server, this.data);
		for (int attempt = 1;; attempt++) {
			Keeper keeper = Keeper.create(this.run, account, FreePort.find());
			FileChannel fifo = keeper.start(this.server, account, log.path());
			HeldServer started = (fifo != null) ? ready(keeper, fifo) : null;
			if (started != null) {
				return started;
			}
			awaitEnd(keeper);
			if (!log.isPortTaken() || attempt == PORT_ATTEMPTS) {
				throw new EmbeddedServerException(
						"%s doesn't start: %s (the log is %s)".formatted(this.server.name(), log.reason(), log.path()));
			}
		}
	}

	private @Nullable HeldServer ready(Keeper keeper, FileChannel fifo) throws IOException {
		HeldServer held = null;
		try {
			int port = keeper.port();
			Waiting.until(READY, () -> !keeper.isAlive() || this.server.isReady(port));
			if (this.server.isReady(port)) {
				keeper.markReady();
				held = new HeldServer(port, keeper, fifo, Holder.in(keeper.folder()));
			}
			return held;
		}
		finally {
			if (held == null) {
				fifo.close();
			}
		}
	}

	/**
	 * Lets the server go, and waits for its end if nobody else holds it.
	 */
	void release(HeldServer held) throws IOException {
		try (FolderLock lock = lock()) {
			held.release();
			Keeper keeper = held.keeper();
			if (!Holder.anyIn(keeper.folder())) {
				awaitEnd(keeper);
			}
		}
	}

	private void awaitEnd(Keeper keeper) throws IOException {
		if (!Waiting.until(STOPPED, () -> !keeper.isAlive())) {
			throw new EmbeddedServerException(
					"%s in %s doesn't stop: end its process first".formatted(this.server.name(), this.data.path()));
		}
		FileSystemUtils.deleteRecursively(keeper.folder());
	}

}

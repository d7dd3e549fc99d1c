import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the embedded servers of a data folder running while Warta is away, in the way that another process of Warta's
 * would: by holding their keepers' pipes, and saying so by a locked file.
 */
final class Hold implements AutoCloseable {

	private final List<Closeable> held = new ArrayList<>();

	private Hold() {
	}

	/**
	 * Holds the servers that run.
	 */
	static Hold of(Path data) throws IOException {
		Hold hold = new Hold();
		try (DirectoryStream<Path> servers = Files.newDirectoryStream(data.resolve("run"))) {
			for (Path server : servers) {
				hold.keepers(server);
			}
		}
		return hold;
	}

	private void keepers(Path server) throws IOException {
		try (DirectoryStream<Path> keepers = Files.newDirectoryStream(server, "keeper-*")) {
			for (Path keeper : keepers) {
				Path file = Files.createTempFile(keeper, "holder-", "");
				this.held.add(() -> Files.deleteIfExists(file));
				FileChannel holder = FileChannel.open(file, StandardOpenOption.WRITE);
				this.held.add(holder);
				holder.lock();
				this.held.add(FileChannel.open(keeper.resolve("holders"), StandardOpenOption.READ,
						StandardOpenOption.WRITE));
			}
		}
	}

	@Override
	public void close() throws IOException {
		for (int i = this.held.size() - 1; i >= 0; i--) {
			this.held.get(i).close();
		}
	}

}

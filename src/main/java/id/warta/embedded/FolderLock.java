package id.warta.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process at a time, and one thread of it, start or stop servers. The operating
 * system frees the lock when its process ends; the file itself says nothing and stays.
 */
final class FolderLock implements Closeable {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final ReentrantLock THREADS = new ReentrantLock();

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Waits for the lock.
	 * @throws EmbeddedServerException if another process keeps it for ten minutes
	 */
	static FolderLock in(Path folder) throws IOException {
		THREADS.lock();
		try {
			Files.createDirectories(folder);
			return new FolderLock(locked(folder.resolve("lock")));
		}
		catch (IOException | RuntimeException ex) {
			THREADS.unlock();
			throw ex;
		}
	}

	private static FileChannel locked(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			if (Waiting.until(LIMIT, () -> channel.tryLock() != null)) {
				return channel;
			}
			throw new EmbeddedServerException(
					"Another process has been starting or stopping the servers in %s for %d minutes: end it first"
						.formatted(file.getParent(), LIMIT.toMinutes()));
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		try {
			this.channel.close();
		}
		finally {
			THREADS.unlock();
		}
	}

}

package id.warta.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One user of a running server: a locked file that the others can ask about. The
 * operating system unlocks it when its process ends.
 */
final class Holder implements Closeable {

	private static final String PREFIX = "holder-";

	/**
	 * The holders of this process. They are never opened to ask, since closing one of a
	 * file's channels gives up all locks that the process has on it.
	 */
	private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

	private final Path file;

	private final FileChannel channel;

	private Holder(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Adds a holder to the folder.
	 */
	static Holder in(Path folder) throws IOException {
		Path file = Files.createTempFile(folder, PREFIX, "");
		OWN.add(file);
		FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
		channel.lock();
		return new Holder(file, channel);
	}

	/**
	 * Whether the folder has any.
	 */
	static boolean anyIn(Path folder) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
			for (Path file : files) {
				if (OWN.contains(file) || isLocked(file)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isLocked(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			return channel.tryLock() == null;
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		OWN.remove(this.file);
		Files.deleteIfExists(this.file);
	}

}

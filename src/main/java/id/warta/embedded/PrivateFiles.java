package id.warta.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only their owner may read (mode 0600 and 0700, where the file
 * system knows modes).
 */
final class PrivateFiles {

	private PrivateFiles() {
	}

	/**
	 * Writes the file as a whole: a reader finds the old content or the new one.
	 */
	static void write(Path file, byte[] content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
				StandardOpenOption.SYNC);
		try (SeekableByteChannel channel = Files.newByteChannel(fresh, options, mode(file, "rw-------"))) {
			channel.write(ByteBuffer.wrap(content));
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Creates the folder when it is missing.
	 */
	static void createFolder(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectory(folder, mode(folder, "rwx------"));
		}
	}

	private static FileAttribute<?>[] mode(Path path, String mode) {
		if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) };
	}

}

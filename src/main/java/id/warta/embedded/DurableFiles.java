package id.warta.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.util.FileSystemUtils;

/**
 * Files that are there as a whole or not at all, even if the power fails.
 */
final class DurableFiles {

	/**
	 * What fills a folder.
	 */
	interface Content {

		void writeTo(Path folder) throws IOException;

	}

	private DurableFiles() {
	}

	/**
	 * Creates a folder that nobody sees before it is complete. When another process has
	 * done the same meanwhile, its folder stays.
	 */
	static void createFolder(Path folder, Content content) throws IOException {
		Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new");
		try {
			allowAll(fresh);
			content.writeTo(fresh);
			Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.isDirectory(folder)) {
				throw ex;
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(fresh);
		}
	}

	/**
	 * Writes a file that all may read.
	 */
	static void write(InputStream content, Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			content.transferTo(Channels.newOutputStream(channel));
			channel.force(true);
		}
	}

	/**
	 * Writes a file that all may run.
	 */
	static void writeProgram(InputStream content, Path file) throws IOException {
		write(content, file);
		allowAll(file);
	}

	/**
	 * Lets all read and run a file, or enter a folder, whatever this process's mask is.
	 */
	static void allowAll(Path path) throws IOException {
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

}

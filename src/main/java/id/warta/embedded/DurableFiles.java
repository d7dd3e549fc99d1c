package id.warta.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

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

	private static final String UNFINISHED = ".new-";

	private DurableFiles() {
	}

	/**
	 * Creates a folder that nobody sees before it is complete.
	 */
	static void createFolder(Path folder, Content content) throws IOException {
		Path fresh = beside(folder);
		allowAll(fresh);
		content.writeTo(fresh);
		Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * An empty folder for what shall be moved to the place once it is complete.
	 */
	static Path beside(Path place) throws IOException {
		return Files.createTempDirectory(parent(place), place.getFileName() + UNFINISHED);
	}

	/**
	 * Removes what earlier processes have left unfinished beside the place.
	 */
	static void removeUnfinished(Path place) throws IOException {
		String pattern = place.getFileName() + UNFINISHED + "*";
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent(place), pattern)) {
			for (Path folder : folders) {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
	}

	private static Path parent(Path place) {
		return Objects.requireNonNull(place.getParent());
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

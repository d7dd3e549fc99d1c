package id.warta.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A tar file compressed with xz.
 */
final class TarArchive {

	private TarArchive() {
	}

	/**
	 * Unpacks folders, files and symbolic links.
	 * @throws IOException if an entry would lie outside the target
	 */
	static void extract(InputStream archive, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				extract(tar, entry, resolve(target, entry));
			}
		}
	}

	private static void extract(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			createFolders(path);
			return;
		}
		createFolders(Objects.requireNonNull(path.getParent()));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
		}
		else {
			DurableFiles.writeProgram(content, path);
		}
	}

	private static void createFolders(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			createFolders(Objects.requireNonNull(folder.getParent()));
			Files.createDirectory(folder);
			DurableFiles.allowAll(folder);
		}
	}

	private static Path resolve(Path target, TarArchiveEntry entry) throws IOException {
		Path path = target.resolve(entry.getName()).normalize();
		if (!path.startsWith(target)) {
			throw new IOException("%s lies outside the archive".formatted(entry.getName()));
		}
		return path;
	}

}

package id.warta.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The log of a server, of which one earlier file is kept.
 *
 * @param server whose it is
 * @param path where it is
 * @param start its length when the server was started, in bytes
 */
record ServerLog(Server server, Path path, long start) {

	private static final long LIMIT = 10 << 20;

	static ServerLog of(Server server, DataFolder data) throws IOException {
		Path path = Files.createDirectories(data.logs()).resolve(server.key() + ".log");
		if (Files.exists(path) && Files.size(path) > LIMIT) {
			Files.move(path, path.resolveSibling(server.key() + ".old.log"), StandardCopyOption.REPLACE_EXISTING);
		}
		if (!Files.exists(path)) {
			Files.createFile(path);
		}
		return new ServerLog(server, path, Files.size(path));
	}

	/**
	 * Why the server ended, by its own words.
	 */
	EmbeddedServerException failure() throws IOException {
		return new EmbeddedServerException(
				"%s doesn't start: %s (see %s)".formatted(this.server.name(), LogLines.reason(output()), this.path));
	}

	boolean isPortTaken() throws IOException {
		return LogLines.isPortTaken(output());
	}

	private String output() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.path.toFile(), "r")) {
			file.seek(this.start);
			byte[] bytes = new byte[(int) Math.min(file.length() - this.start, LIMIT)];
			file.readFully(bytes);
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}

}

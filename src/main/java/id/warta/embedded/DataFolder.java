package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of everything that lasts, and what lies where in it.
 *
 * @param path absolute and free of links, so that every process that uses the folder
 * names it alike
 */
record DataFolder(Path path) {

	/**
	 * Creates the folder when it is missing.
	 * @throws EmbeddedServerException if it can't be created
	 */
	static DataFolder at(Path path) {
		try {
			return new DataFolder(Files.createDirectories(path).toRealPath());
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("The data folder %s can't be created or read (%s): set warta.data"
				.formatted(path.toAbsolutePath(), ex.getClass().getSimpleName()), ex);
		}
	}

	/**
	 * The unpacked binaries, one folder a version.
	 */
	Path binaries() {
		return folder("binaries");
	}

	/**
	 * The logs, one file a server.
	 */
	Path logs() {
		return folder("log");
	}

	/**
	 * What a server needs only while it runs.
	 */
	Path run(String server) {
		return folder("run").resolve(server);
	}

	private Path folder(String name) {
		return this.path.resolve(name);
	}

}

package id.warta.importer.file;

import java.nio.file.Path;

/**
 * A file that cannot be read as what it should be. The message is one line that an editor
 * finds the place by: {@code FILE:LINE:COLUMN: reason}, both counted from 1.
 */
public class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * A fault at a place in the file.
	 */
	public UnreadableFileException(Path file, int line, int column, String reason) {
		super("%s:%d:%d: %s".formatted(file, line, column, oneLine(reason)));
	}

	/**
	 * A fault of the file as a whole.
	 */
	public UnreadableFileException(Path file, String reason) {
		super("%s: %s".formatted(file, oneLine(reason)));
	}

	private static String oneLine(String reason) {
		return reason.replaceAll("\\s+", " ").strip();
	}

}

package id.warta.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

/**
 * An embedded server can't run. The message is one line for the operator: what is wrong,
 * and what to do about it.
 */
class EmbeddedServerException extends RuntimeException {

	EmbeddedServerException(String message) {
		this(message, null);
	}

	EmbeddedServerException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * What the system refused while a server was being started.
	 * @param server what operators call it
	 */
	static EmbeddedServerException of(String server, DataFolder data, IOException ex) {
		return new EmbeddedServerException("%s can't be started in %s: %s".formatted(server, data.path(), reason(ex)),
				ex);
	}

	private static String reason(IOException ex) {
		if (ex instanceof AccessDeniedException denied) {
			return "this user has no permission for " + denied.getFile();
		}
		if (ex instanceof FileSystemException failed && failed.getReason() == null) {
			return "%s (%s)".formatted(failed.getFile(), failed.getClass().getSimpleName());
		}
		return String.valueOf(ex.getMessage());
	}

}

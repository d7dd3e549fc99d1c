package id.warta.embedded;

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

}

package id.warta.platform;

/**
 * Warta can't start as it is set up. The message is one line for an operator.
 */
public class SetupException extends RuntimeException {

	public SetupException(String message) {
		super(message);
	}

	public SetupException(String message, Throwable cause) {
		super(message, cause);
	}

}

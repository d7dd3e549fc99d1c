package id.warta.identity.key;

/**
 * The secrets that all nodes share can't be kept, or can't be read. The message is one
 * line for an operator.
 */
class SecretsException extends RuntimeException {

	SecretsException(String message) {
		super(message);
	}

	SecretsException(String message, Throwable cause) {
		super(message, cause);
	}

}

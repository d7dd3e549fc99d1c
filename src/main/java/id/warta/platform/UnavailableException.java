package id.warta.platform;

/**
 * Something that Warta needs isn't there for the moment; trying again later may help.
 */
public final class UnavailableException extends RuntimeException {

	/**
	 * Creates one.
	 * @param message what a person reads; names no server and no path
	 */
	public UnavailableException(String message) {
		super(message, null, false, false);
	}

}

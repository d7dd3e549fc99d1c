package id.warta.platform.access;

/**
 * Somebody may not do what they want to.
 */
public final class AccessException extends RuntimeException {

	private final String code;

	private AccessException(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	/**
	 * One has to sign in first.
	 */
	public static AccessException unauthenticated() {
		return new AccessException("UNAUTHENTICATED", "Sign in first");
	}

	/**
	 * A token is none, or is no longer accepted.
	 */
	public static AccessException badToken() {
		return new AccessException("UNAUTHENTICATED", "The token is not accepted");
	}

	/**
	 * A token has had its time.
	 */
	public static AccessException expired() {
		return new AccessException("TOKEN_EXPIRED", "The token has expired");
	}

	/**
	 * Whoever listens has got other rights meanwhile.
	 */
	public static AccessException changed() {
		return new AccessException("UNAUTHENTICATED", "Your rights have changed: subscribe again");
	}

	/**
	 * One's roles, or one's token, don't allow it.
	 */
	public static AccessException forbidden() {
		return new AccessException("FORBIDDEN", "You may not do this");
	}

	public String code() {
		return this.code;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

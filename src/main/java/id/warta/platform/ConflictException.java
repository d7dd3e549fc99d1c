package id.warta.platform;

/**
 * A change that its subject doesn't allow as it stands: its status forbids it, or
 * somebody else was faster. Nothing was changed.
 */
public class ConflictException extends RuntimeException {

	private final String code;

	/**
	 * Creates one.
	 * @param code what a program reads, such as {@code WRONG_STATUS}
	 * @param message what a person reads
	 */
	public ConflictException(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

package id.warta.platform;

import org.jspecify.annotations.Nullable;

/**
 * Input that the client can put right: shown as it is, with a code and the argument's
 * name.
 */
public final class InvalidInputException extends RuntimeException {

	private final String code;

	private final @Nullable String argument;

	/**
	 * Creates one.
	 * @param code what a program reads, such as {@code BAD_CURSOR}
	 * @param argument the name of the argument that is wrong, if it is one
	 * @param message what a person reads; holds nothing of the input beyond a number
	 */
	public InvalidInputException(String code, @Nullable String argument, String message) {
		super(message, null, false, false);
		this.code = code;
		this.argument = argument;
	}

	public static InvalidInputException badArgument(String argument, String message) {
		return new InvalidInputException("BAD_ARGUMENT", argument, message);
	}

	public static InvalidInputException badCursor(String argument) {
		return new InvalidInputException("BAD_CURSOR", argument, "'" + argument + "' is not a cursor of this list");
	}

	public static InvalidInputException badId(String argument) {
		return new InvalidInputException("BAD_ID", argument, "'" + argument + "' is not an id of this type");
	}

	public String code() {
		return this.code;
	}

	public @Nullable String argument() {
		return this.argument;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}

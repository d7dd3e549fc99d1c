package id.warta.comment.privacy;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputEmail;
import org.jspecify.annotations.Nullable;

/**
 * About whom somebody wants to know, or whom they want to be forgotten.
 *
 * @param email their e-mail address
 * @param texts what becomes of their texts; null if nothing does
 */
record CommenterInput(String email, @Nullable ErasedTexts texts) {

	/**
	 * The address in lower case.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is blank or too long
	 */
	String address() {
		return InputEmail.known(this.email, "email");
	}

	/** Nothing goes that nobody has named. */
	ErasedTexts erased() {
		return (this.texts != null) ? this.texts : ErasedTexts.KEEP;
	}

}

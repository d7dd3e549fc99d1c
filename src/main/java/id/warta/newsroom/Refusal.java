package id.warta.newsroom;

import id.warta.platform.InvalidInputException;
import id.warta.platform.failure.UserError;

/**
 * Why one article of several was left as it is.
 *
 * @param id the article
 * @param reason what a user can put right
 */
record Refusal(long id, Throwable reason) {

	static Refusal notFound(long id) {
		return new Refusal(id, new InvalidInputException("NOT_FOUND", null, "There is no such article"));
	}

	/** Whether a failure is one, and not a defect or something that is away. */
	static boolean isOne(Throwable failure) {
		return UserError.of(failure) != null;
	}

}

package id.warta.comment.moderation;

import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;

/**
 * Why something can't be done to a comment.
 */
final class Refusals {

	private Refusals() {
	}

	static InvalidInputException notFound(String argument) {
		return new InvalidInputException("NOT_FOUND", argument, "There is no such comment");
	}

	static ConflictException wrongStatus() {
		return new ConflictException("WRONG_STATUS", "What became of the comment doesn't allow it");
	}

}

package id.warta.newsroom;

import java.util.List;

/**
 * One of several articles was refused, and so none of them is changed.
 */
final class RefusedException extends RuntimeException {

	private final transient List<Refusal> refusals;

	RefusedException(List<Refusal> refusals) {
		super("Refused", null, false, false);
		this.refusals = refusals;
	}

	List<Refusal> refusals() {
		return this.refusals;
	}

}

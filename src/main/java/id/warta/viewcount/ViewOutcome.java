package id.warta.viewcount;

/**
 * What became of a view.
 */
enum ViewOutcome {

	/** It was counted. */
	COUNTED,

	/** The visitor's window was open. */
	ALREADY_COUNTED,

	/** Readers see no such article. */
	NO_SUCH_ARTICLE,

	/** Redis did not answer: whether it was counted is not known, a repetition tells. */
	UNAVAILABLE

}

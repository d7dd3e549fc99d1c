package id.warta.viewcount;

/**
 * What became of a view.
 */
enum ViewOutcome {

	/** It was counted. */
	COUNTED,

	/** The visitor's window was open. */
	ALREADY_COUNTED,

	/** It waits for Redis, and is counted then if the visitor's window is not open. */
	WAITING,

	/** Too many visitors came from the same network this hour. */
	TOO_MANY_VISITORS,

	/** It came from a program, as far as its user agent tells. */
	CRAWLER,

	/** The page was only fetched ahead, or for a preview. */
	FETCHED_AHEAD,

	/** Somebody of the staff has read it. */
	STAFF,

	/** Readers see no such article. */
	NO_SUCH_ARTICLE,

	/** Redis did not answer, and there is no room to wait for it. */
	UNAVAILABLE

}

package id.warta.page;

/**
 * How far a page has come.
 */
enum PageStatus {

	/** Only the newsroom sees it. */
	DRAFT,

	/** Readers see it. */
	PUBLISHED

}

package id.warta.search;

/**
 * In which order hits come.
 */
enum SearchOrder {

	/** By what they have in common with the query, and their age. */
	RELEVANCE,

	/** By the date they carry. */
	NEWEST

}

package id.warta.viewcount;

/**
 * Where a reader comes from.
 */
enum ViewSource {

	/** From nowhere that the browser tells of: an address typed, a bookmark, an app. */
	DIRECT,

	/** From another page of the site. */
	INTERNAL,

	/** From a search engine. */
	SEARCH,

	/** From a social network or a messenger. */
	SOCIAL,

	/** From anywhere else. */
	OTHER

}

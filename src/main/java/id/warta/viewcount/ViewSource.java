package id.warta.viewcount;

import java.util.stream.Stream;

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
	OTHER;

	/** The one that Redis doesn't count, as it is what the others leave. */
	static final ViewSource REST = DIRECT;

	/**
	 * The one of a name, {@link #OTHER} if a newer node knows more.
	 */
	static ViewSource named(String name) {
		return Stream.of(values()).filter((source) -> source.name().equals(name)).findFirst().orElse(OTHER);
	}

}

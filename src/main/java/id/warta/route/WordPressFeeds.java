package id.warta.route;

import org.jspecify.annotations.Nullable;

/**
 * What WordPress calls feeds, and what they are called here.
 */
public final class WordPressFeeds {

	private WordPressFeeds() {
	}

	/**
	 * The last part of a feed's address here, behind that of the page that shows the same
	 * list; null if WordPress has no such feed.
	 * @param name the last part of its address there, as in {@code /feed/rss2/}
	 */
	public static @Nullable String file(String name) {
		return switch (name) {
			case "feed", "rss", "rss2", "rdf" -> "feed.xml";
			case "atom" -> "atom.xml";
			case "json" -> "feed.json";
			default -> null;
		};
	}

}

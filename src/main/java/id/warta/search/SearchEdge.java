package id.warta.search;

import id.warta.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * A hit with its place.
 *
 * @param cursor its place
 * @param node the article
 * @param score how well it answers the query
 * @param titleHighlight its title as HTML; null unless it was selected
 * @param bodyHighlight pieces of its text as HTML; null if nothing in it is marked, or it
 * wasn't selected
 */
record SearchEdge(String cursor, Article node, double score, @Nullable String titleHighlight,
		@Nullable String bodyHighlight) {

	static SearchEdge of(String cursor, SearchHit hit) {
		String body = hit.bodyHighlight();
		return new SearchEdge(cursor, hit.article(), hit.score(), html(hit.titleHighlight()),
				(body != null && Highlights.hasMarks(body)) ? html(body) : null);
	}

	private static @Nullable String html(@Nullable String marked) {
		return (marked != null) ? Highlights.html(marked) : null;
	}

}

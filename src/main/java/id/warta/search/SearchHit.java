package id.warta.search;

import java.time.Instant;

import id.warta.article.Article;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * An article that was found.
 *
 * @param article the article
 * @param cursor its place
 * @param titleHighlight its title with marks; null unless it was selected
 * @param bodyHighlight pieces of its text with marks; null unless it was selected
 */
record SearchHit(Article article, SearchCursor cursor, @Nullable String titleHighlight,
		@Nullable String bodyHighlight) {

	/**
	 * What a score of 1 is in PostgreSQL: whole numbers are the same wherever they are
	 * compared.
	 */
	static final double SCALE = 1e9;

	static SearchHit of(Readable row, Article article, Instant now) {
		SearchCursor cursor = new SearchCursor(Rows.required(row, "score", Long.class),
				Rows.required(row, "found_at", Instant.class), article.id(), now,
				Rows.required(row, "floor", Instant.class), Rows.required(row, "floor_id", Long.class));
		return new SearchHit(article, cursor, row.get("title_highlight", String.class),
				row.get("body_highlight", String.class));
	}

	double score() {
		return this.cursor.score() / SCALE;
	}

}

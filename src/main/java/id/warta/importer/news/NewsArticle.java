package id.warta.importer.news;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of the corpus, read as an article.
 *
 * @param line where the row begins in the file, from 1
 * @param source the newspaper, such as {@code tempo.co}
 * @param address the article's address there, without its query: what it is known by
 * @param slug the last part of the address
 * @param title never empty
 * @param authors their names in the byline's order; the newspaper itself where there is
 * none
 * @param publishedAt {@code null} where the row has no date that can be read
 * @param sections from the outermost to the innermost
 * @param paragraphs the text's lines, none of them blank
 * @param oddities what was missing or had to be repaired
 */
public record NewsArticle(long line, String source, String address, String slug, String title, List<String> authors,
		@Nullable Instant publishedAt, List<Section> sections, List<String> paragraphs,
		List<String> oddities) implements NewsRow {

	/**
	 * Roughly how many characters it holds.
	 */
	public int weight() {
		return this.paragraphs.stream().mapToInt(String::length).sum();
	}

}

package id.warta.importer.news;

/**
 * A row of the corpus: an article, or what cannot be one.
 */
public sealed interface NewsRow permits NewsArticle, OddRow {

	/**
	 * Where the row begins in the file, from 1.
	 */
	long line();

}

package id.warta.article;

/**
 * What kind of piece an article is.
 */
public enum ArticleType {

	NEWS, OPINION, ANALYSIS, LIVE, SPONSORED

}

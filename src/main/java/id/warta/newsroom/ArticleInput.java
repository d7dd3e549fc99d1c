package id.warta.newsroom;

/**
 * The input of a mutation that needs to know the article alone.
 *
 * @param id the article's global id
 */
record ArticleInput(String id) implements OfArticle {

}

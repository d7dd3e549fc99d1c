package id.warta.article;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;

/**
 * Which of an article's large columns a query wants: the others are not read.
 *
 * @param body the HTML
 * @param plainText the text without markup
 * @param corrections what was put right
 */
public record ArticleFields(boolean body, boolean plainText, boolean corrections) {

	/**
	 * None of the large columns, as for a list.
	 */
	public static final ArticleFields CARD = new ArticleFields(false, false, false);

	/**
	 * What is selected of an article or of a connection of articles.
	 */
	public static ArticleFields selected(DataFetchingEnvironment environment) {
		return below("", environment.getSelectionSet());
	}

	/**
	 * What is selected of articles in a field of the result.
	 * @param field the field's name
	 */
	public static ArticleFields selectedBelow(String field, DataFetchingEnvironment environment) {
		return below(field + "/", environment.getSelectionSet());
	}

	private static ArticleFields below(String prefix, DataFetchingFieldSelectionSet selection) {
		return new ArticleFields(selects(selection, prefix, "body"), selects(selection, prefix, "plainText"),
				selects(selection, prefix, "corrections"));
	}

	private static boolean selects(DataFetchingFieldSelectionSet selection, String prefix, String field) {
		return selection.containsAnyOf(prefix + field, prefix + "nodes/" + field, prefix + "edges/node/" + field);
	}

}

package id.warta.newsroom;

import id.warta.platform.InvalidInputException;

/**
 * The input of a mutation of one article.
 */
interface OfArticle {

	/**
	 * The article's global id.
	 */
	String id();

	/**
	 * The article's id.
	 * @throws InvalidInputException with {@code BAD_ID} if it is no id of an article
	 */
	default long article() {
		return NewsroomArticle.parse(id(), "id");
	}

}

package id.warta.newsroom;

import java.util.List;

import id.warta.platform.failure.UserError;

/**
 * The answer to a mutation of an article.
 *
 * @param article the article as it is now
 */
record ArticlePayload(NewsroomArticle article) {

	public List<UserError> errors() {
		return List.of();
	}

}

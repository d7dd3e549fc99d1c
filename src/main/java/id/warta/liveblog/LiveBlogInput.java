package id.warta.liveblog;

import id.warta.article.ArticleEvents;
import id.warta.platform.NodeId;

/**
 * A live blog to do something to.
 *
 * @param articleId the global id of the article that it belongs to
 */
record LiveBlogInput(String articleId) {

	long article() {
		return article(this.articleId);
	}

	static long article(String id) {
		return NodeId.parse(id, ArticleEvents.SUBJECT, "articleId");
	}

}

package id.warta.liveblog;

import org.jspecify.annotations.Nullable;

/**
 * What those who come late to a live blog have to know.
 *
 * @param articleId the global id of the article that it belongs to
 * @param summary HTML; null or blank for nothing
 */
record SetLiveBlogSummaryInput(String articleId, @Nullable String summary) {

	long article() {
		return LiveBlogInput.article(this.articleId);
	}

	/**
	 * The summary; null for none.
	 */
	@Nullable String html() {
		return (this.summary == null || this.summary.isBlank()) ? null : this.summary;
	}

}

package id.warta.newsroom;

/**
 * The input of a mutation that needs to know the article alone.
 *
 * @param id the article's global id
 */
record ArticleInput(String id) {

	long article() {
		return NewsroomArticle.parse(this.id, "id");
	}

}

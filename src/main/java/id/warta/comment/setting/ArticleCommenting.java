package id.warta.comment.setting;

import java.util.List;

import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;

/**
 * Whether readers may write below an article, as the answer to {@code setCommenting}.
 *
 * @param articleKey the article's id within its type
 * @param commenting whether they may
 */
record ArticleCommenting(long articleKey, Commenting commenting) {

	static ArticleCommenting of(Readable row) {
		return new ArticleCommenting(Rows.required(row, "article_id", Long.class),
				Commenting.valueOf(Rows.required(row, "commenting", String.class)));
	}

	public String articleId() {
		return new NodeId("Article", this.articleKey).toString();
	}

	public List<Object> errors() {
		return List.of();
	}

}

package id.warta.comment.submission;

import java.util.List;
import java.util.Map;

import id.warta.article.Article;
import id.warta.platform.Batched;
import id.warta.platform.NodeId;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CommentFormController {

	private final OpenComments open;

	CommentFormController(OpenComments open) {
		this.open = open;
	}

	@QueryMapping
	Mono<CommentForm> commentForm(@Argument String articleId) {
		return this.open.form(NodeId.parse(articleId, "Article", "articleId"));
	}

	@BatchMapping
	Mono<Map<Article, Boolean>> commentsOpen(List<Article> articles) {
		return this.open.of(articles).map((open) -> Batched.values(articles, (article) -> open.contains(article.id())));
	}

}

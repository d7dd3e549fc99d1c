package id.warta.newsroom;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RevisionController {

	private final Revisions revisions;

	RevisionController(Revisions revisions) {
		this.revisions = revisions;
	}

	@SchemaMapping
	Mono<Connection<ArticleRevision>> revisions(NewsroomArticle article, DataFetchingEnvironment environment) {
		return this.revisions.page(article.articleId(), PageArguments.of(environment, Revisions.LIST, 2, Keyset::check),
				extent(environment));
	}

	private static Revisions.Extent extent(DataFetchingEnvironment environment) {
		boolean changes = selects(environment, "changes");
		return new Revisions.Extent(changes || selects(environment, "body"), changes);
	}

	private static boolean selects(DataFetchingEnvironment environment, String field) {
		return environment.getSelectionSet().containsAnyOf("nodes/" + field, "edges/node/" + field);
	}

	@SchemaMapping
	Mono<List<ArticleRevision.FieldChange>> changes(NewsroomArticle article, @Argument int from, @Argument int to) {
		return Mono.zip(revision(article, from, "from"), revision(article, to, "to"),
				(before, after) -> ArticleRevision.changes(before.content(), after.content()));
	}

	private Mono<ArticleRevision> revision(NewsroomArticle article, int number, String argument) {
		return this.revisions.find(article.articleId(), number)
			.switchIfEmpty(Mono
				.error(() -> new InvalidInputException("NOT_FOUND", argument, "The article has no such revision")));
	}

}

package id.warta.newsroom;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Viewer;
import id.warta.platform.failure.UserError;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers to mutations, with the articles as they are afterwards.
 */
@Component
class Payloads {

	private final NewsroomArticles articles;

	Payloads(NewsroomArticles articles) {
		this.articles = articles;
	}

	/**
	 * The answer to a mutation of one article.
	 * @param change gives something if there is such an article
	 */
	Mono<ArticlePayload> of(long id, Mono<?> change, DataFetchingEnvironment environment) {
		boolean body = environment.getSelectionSet().contains("article/body");
		return change.switchIfEmpty(Mono.error(() -> notFound("id")))
			.then(Mono.defer(() -> this.articles.byId(Viewer.of(environment), id, body)))
			.map(ArticlePayload::new);
	}

	/**
	 * The answer to a mutation of several.
	 *
	 * @param articles those that there are, in no order
	 * @param errors why some were refused
	 */
	record Several(List<NewsroomArticle> articles, List<UserError> errors) {

	}

	/**
	 * The answer to a mutation of several articles.
	 * @param change gives those that were refused
	 */
	Mono<Several> of(List<Long> ids, Mono<List<Refusal>> change, DataFetchingEnvironment environment) {
		boolean body = environment.getSelectionSet().contains("articles/body");
		return change.flatMap((refusals) -> this.articles.byIds(Viewer.of(environment), ids, body)
			.collectList()
			.map((found) -> new Several(found, errors(ids, refusals))));
	}

	private static List<UserError> errors(List<Long> ids, List<Refusal> refusals) {
		return refusals.stream().map((refusal) -> error(ids.indexOf(refusal.id()), refusal.reason())).toList();
	}

	private static UserError error(int place, Throwable reason) {
		UserError error = UserError.of(reason);
		if (error == null) {
			throw new IllegalStateException(reason);
		}
		return error.of(List.of("ids", Integer.toString(place)));
	}

	static InvalidInputException notFound(String argument) {
		return new InvalidInputException("NOT_FOUND", argument, "There is no such article");
	}

}

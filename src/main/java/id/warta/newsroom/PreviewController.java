package id.warta.newsroom;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.failure.UserError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PreviewController {

	private final Previews previews;

	private final NewsroomArticles articles;

	private final Payloads payloads;

	PreviewController(Previews previews, NewsroomArticles articles, Payloads payloads) {
		this.previews = previews;
		this.articles = articles;
		this.payloads = payloads;
	}

	@QueryMapping
	Mono<Article> preview(@Argument String token, DataFetchingEnvironment environment) {
		return this.previews.open(token, ArticleFields.selected(environment));
	}

	@SchemaMapping
	Flux<PreviewLink> previews(NewsroomArticle article) {
		return this.previews.of(article.articleId());
	}

	record CreateInput(String articleId, int hours) {

	}

	record CreatePayload(PreviewLink link, String token, String url) {

		static CreatePayload of(Previews.Made made) {
			return new CreatePayload(made.link(), made.token(), made.url());
		}

		public List<UserError> errors() {
			return List.of();
		}

	}

	@MutationMapping
	Mono<CreatePayload> createPreview(@Argument CreateInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		return this.articles.byId(viewer, NewsroomArticle.parse(input.articleId(), "articleId"), false)
			.switchIfEmpty(Mono.error(() -> Payloads.notFound("articleId")))
			.flatMap((article) -> this.previews.create(viewer, article, input.hours()))
			.map(CreatePayload::of);
	}

	record RevokeInput(String id) {

	}

	@MutationMapping
	Mono<ArticlePayload> revokePreview(@Argument RevokeInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		return this.previews.revoke(viewer, NodeId.parse(input.id(), PreviewLink.TYPE, "id"))
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", "id", "There is no such link")))
			.flatMap((article) -> this.payloads.of(article, Mono.just(article), environment));
	}

}

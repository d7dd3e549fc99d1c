package id.warta.article;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ArticleController {

	private final Articles articles;

	private final ArticlePages pages;

	private final Archive archive;

	private final ArticleNeighbours neighbours;

	private final RelatedArticles relatedArticles;

	private final ArticleTranslations articleTranslations;

	ArticleController(Articles articles, ArticlePages pages, Archive archive, ArticleNeighbours neighbours,
			RelatedArticles relatedArticles, ArticleTranslations articleTranslations) {
		this.articles = articles;
		this.pages = pages;
		this.archive = archive;
		this.neighbours = neighbours;
		this.relatedArticles = relatedArticles;
		this.articleTranslations = articleTranslations;
	}

	@QueryMapping
	Mono<Article> article(@Argument String slug, DataFetchingEnvironment environment) {
		return this.articles.bySlug(slug, ArticleFields.selected(environment));
	}

	@QueryMapping
	Mono<Connection<Article>> articles(DataFetchingEnvironment environment) {
		return this.pages.page(ArticlePageRequest.of(environment, true));
	}

	@QueryMapping
	Mono<List<ArchivePeriod>> archive(@Argument ArchiveUnit by, @Argument @Nullable String category,
			@Argument @Nullable LocalDate from, @Argument @Nullable LocalDate to, @Argument int first) {
		return this.archive.periods(by, category, new Archive.Span(from, to), first);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Article> previous(Article article, @Argument NeighbourScope within,
			DataFetchingEnvironment environment) {
		return this.neighbours.older(article, within, environment);
	}

	@SchemaMapping
	CompletableFuture<@Nullable Article> next(Article article, @Argument NeighbourScope within,
			DataFetchingEnvironment environment) {
		return this.neighbours.newer(article, within, environment);
	}

	@SchemaMapping
	CompletableFuture<List<Article>> related(Article article, @Argument int first,
			DataFetchingEnvironment environment) {
		return this.relatedArticles.of(article, first, environment);
	}

	@SchemaMapping
	CompletableFuture<List<Article>> translations(Article article, DataFetchingEnvironment environment) {
		return this.articleTranslations.of(article, environment);
	}

}

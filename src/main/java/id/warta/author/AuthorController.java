package id.warta.author;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleList;
import id.warta.article.Articles;
import id.warta.media.Media;
import id.warta.media.MediaLibrary;
import id.warta.platform.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuthorController {

	private final Authors authors;

	private final Articles articles;

	private final MediaLibrary media;

	AuthorController(Authors authors, Articles articles, MediaLibrary media) {
		this.authors = authors;
		this.articles = articles;
		this.media = media;
	}

	@QueryMapping
	@Nullable Author author(@Argument String slug) {
		return this.authors.bySlug(slug);
	}

	@QueryMapping
	Connection<Author> authors(DataFetchingEnvironment environment) {
		return this.authors.catalogue().page(environment);
	}

	@SchemaMapping
	CompletableFuture<Connection<Article>> articles(Author author, DataFetchingEnvironment environment) {
		return this.articles.page(new ArticleList(ArticleList.Kind.AUTHOR, author.id()), environment);
	}

	@BatchMapping
	Mono<Map<Author, Media>> picture(List<Author> authors) {
		return this.media.byIds(authors.stream().map(Author::pictureId).filter(Objects::nonNull).distinct().toList())
			.map((pictures) -> authors.stream()
				.distinct()
				.filter((author) -> author.pictureId() != null && pictures.containsKey(author.pictureId()))
				.collect(Collectors.toMap(Function.identity(),
						(author) -> Objects.requireNonNull(pictures.get(author.pictureId())))));
	}

	@SchemaMapping
	List<Author> authors(Article article) {
		return this.authors.byline(article.contributions());
	}

	@SchemaMapping
	List<Credit> contributions(Article article) {
		return this.authors.credits(article.contributions());
	}

}

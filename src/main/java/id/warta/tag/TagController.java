package id.warta.tag;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleList;
import id.warta.article.Articles;
import id.warta.platform.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TagController {

	private final Tags tags;

	private final Articles articles;

	TagController(Tags tags, Articles articles) {
		this.tags = tags;
		this.articles = articles;
	}

	@QueryMapping
	@Nullable Tag tag(@Argument String slug) {
		return this.tags.bySlug(slug);
	}

	@QueryMapping
	Connection<Tag> tags(DataFetchingEnvironment environment) {
		return this.tags.catalogue().page(environment);
	}

	@BatchMapping
	Mono<Map<Tag, Long>> articleCount(List<Tag> tags) {
		return this.articles.counts(ArticleList.Kind.TAG, tags);
	}

	@SchemaMapping
	CompletableFuture<Connection<Article>> articles(Tag tag, DataFetchingEnvironment environment) {
		return this.articles.page(new ArticleList(ArticleList.Kind.TAG, tag.id()), environment);
	}

	@SchemaMapping
	List<Tag> tags(Article article) {
		return article.tagIds().stream().map(this.tags::byId).filter(Objects::nonNull).toList();
	}

}

package id.warta.category;

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
class CategoryController {

	private final Categories categories;

	private final Articles articles;

	CategoryController(Categories categories, Articles articles) {
		this.categories = categories;
		this.articles = articles;
	}

	@QueryMapping
	@Nullable Category category(@Argument String slug) {
		return this.categories.bySlug(slug);
	}

	@QueryMapping
	List<Category> categories() {
		return this.categories.tree().top();
	}

	@SchemaMapping
	@Nullable Category parent(Category category) {
		return this.categories.tree().parent(category);
	}

	@SchemaMapping
	List<Category> children(Category category) {
		return this.categories.tree().children(category);
	}

	@SchemaMapping
	List<Category> path(Category category) {
		return this.categories.tree().path(category);
	}

	@BatchMapping
	Mono<Map<Category, Long>> articleCount(List<Category> categories) {
		return this.articles.counts(ArticleList.Kind.SUBTREE, categories);
	}

	@SchemaMapping
	CompletableFuture<Connection<Article>> articles(Category category, @Argument boolean descendants,
			DataFetchingEnvironment environment) {
		return this.articles.page(
				new ArticleList(descendants ? ArticleList.Kind.SUBTREE : ArticleList.Kind.CATEGORY, category.id()),
				environment);
	}

	@SchemaMapping
	@Nullable Category primaryCategory(Article article) {
		Long id = article.primaryCategoryId();
		return (id != null) ? this.categories.byId(id) : null;
	}

	@SchemaMapping
	List<Category> categories(Article article) {
		return article.categoryIds().stream().map(this.categories::byId).filter(Objects::nonNull).toList();
	}

}

package id.warta.newsroom;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.author.Authors;
import id.warta.author.Credit;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.media.Media;
import id.warta.media.MediaLibrary;
import id.warta.platform.Batched;
import id.warta.platform.Connection;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.tag.Tag;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class NewsroomController {

	private final NewsroomArticles newsroomArticles;

	private final Articles articles;

	private final MediaLibrary media;

	private final Filing filing;

	NewsroomController(NewsroomArticles newsroomArticles, Articles articles, MediaLibrary media, Filing filing) {
		this.newsroomArticles = newsroomArticles;
		this.articles = articles;
		this.media = media;
		this.filing = filing;
	}

	/** What articles are filed under, held in memory. */
	@Controller
	static class Filing {

		private final Categories categories;

		private final Tags tags;

		private final Authors authors;

		Filing(Categories categories, Tags tags, Authors authors) {
			this.categories = categories;
			this.tags = tags;
			this.authors = authors;
		}

		@SchemaMapping
		List<Category> categories(NewsroomArticle article) {
			return article.categoryIds().stream().map(this.categories::byId).filter(Objects::nonNull).toList();
		}

		@SchemaMapping
		List<Tag> tags(NewsroomArticle article) {
			return article.tagIds().stream().map(this.tags::byId).filter(Objects::nonNull).toList();
		}

		@SchemaMapping
		List<Credit> contributions(NewsroomArticle article) {
			return this.authors.credits(article.contributions());
		}

	}

	@QueryMapping
	Mono<NewsroomArticle> newsroomArticle(@Argument String id, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		return this.newsroomArticles.byId(viewer, NewsroomArticle.parse(id, "id"),
				environment.getSelectionSet().contains("body"));
	}

	@QueryMapping
	Mono<Connection<NewsroomArticle>> newsroomArticles(@Argument NewsroomArticles.@Nullable Where where,
			DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		PageArguments page = PageArguments.of(environment, NewsroomArticles.LIST, 2, Keyset::check);
		boolean body = environment.getSelectionSet().containsAnyOf("nodes/body", "edges/node/body");
		return this.newsroomArticles.page(viewer, (where != null) ? where : NewsroomArticles.Where.ALL, page, body);
	}

	@BatchMapping
	Mono<Map<NewsroomArticle, Article>> article(List<NewsroomArticle> list) {
		return this.articles
			.byIds(list.stream().map(NewsroomArticle::articleId).toList(), new ArticleFields(true, true, true))
			.collectMap(Article::id)
			.map((found) -> Batched.values(list, (article) -> found.get(article.articleId())));
	}

	@BatchMapping
	Mono<Map<NewsroomArticle, Media>> leadMedia(List<NewsroomArticle> list) {
		return this.media
			.byIds(list.stream().map(NewsroomArticle::leadMediaId).filter(Objects::nonNull).distinct().toList())
			.map((found) -> Batched.values(list,
					(article) -> (article.leadMediaId() != null) ? found.get(article.leadMediaId()) : null));
	}

	@SchemaMapping
	Flux<NewsroomArticle> translations(NewsroomArticle article, DataFetchingEnvironment environment) {
		return this.newsroomArticles.translations(Viewer.of(environment), article,
				environment.getSelectionSet().contains("body"));
	}

}

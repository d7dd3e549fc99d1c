package id.warta.menu;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.category.Categories;
import id.warta.page.Pages;
import id.warta.platform.Node;
import id.warta.platform.NodeId;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What items of menus lead to, of the objects of this site.
 */
@Component
class Targets {

	private final Articles articles;

	private final Categories categories;

	private final Pages pages;

	private final Tags tags;

	Targets(Articles articles, Categories categories, Pages pages, Tags tags) {
		this.articles = articles;
		this.categories = categories;
		this.pages = pages;
		this.tags = tags;
	}

	/**
	 * The targets that readers may see, by item.
	 */
	Mono<Map<MenuItem, Node>> of(List<MenuItem> items) {
		return articles(items).collectMap(Article::id)
			.map((articles) -> items.stream()
				.distinct()
				.filter((item) -> target(item, articles) != null)
				.collect(Collectors.toMap(Function.identity(),
						(item) -> Objects.requireNonNull(target(item, articles)))));
	}

	private Flux<Article> articles(List<MenuItem> items) {
		List<Long> ids = items.stream()
			.map(MenuItem::targetId)
			.filter((id) -> id != null && id.type().equals("Article"))
			.map(NodeId::key)
			.distinct()
			.toList();
		return ids.isEmpty() ? Flux.empty() : this.articles.byIds(ids, new ArticleFields(true, true, true));
	}

	private @Nullable Node target(MenuItem item, Map<Long, Article> articles) {
		NodeId id = item.targetId();
		if (id == null) {
			return null;
		}
		return switch (id.type()) {
			case "Category" -> this.categories.byId(id.key());
			case "Page" -> this.pages.byId(id.key());
			case "Tag" -> this.tags.byId(id.key());
			default -> articles.get(id.key());
		};
	}

}

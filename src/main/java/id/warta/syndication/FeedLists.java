package id.warta.syndication;

import java.util.List;
import java.util.Map;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.ArticleList;
import id.warta.article.ArticleList.Kind;
import id.warta.article.Articles;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.platform.Node;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.site.SiteSettings;
import id.warta.tag.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The lists that the site itself has: of all articles, and of those of a category with
 * what is filed below it, of a tag, of an author.
 */
@Component
class FeedLists {

	private final Articles articles;

	private final SiteSettings settings;

	private final FeedProperties properties;

	FeedLists(Articles articles, SiteSettings settings, FeedProperties properties) {
		this.articles = articles;
		this.settings = settings;
		this.properties = properties;
	}

	/**
	 * What the feed of something is; null if it has no list of articles.
	 */
	@Nullable FeedSource of(Node node, FeedFormat format) {
		Site site = this.settings.current();
		if (node instanceof Category category) {
			return source(category.name(), category.description(), page(node), format,
					new ArticleList(Kind.SUBTREE, category.id()));
		}
		if (node instanceof Tag tag) {
			return source(tag.name(), tag.description(), page(node), format, new ArticleList(Kind.TAG, tag.id()));
		}
		if (node instanceof Author author) {
			return source(author.name(), author.biography(), page(node), format,
					new ArticleList(Kind.AUTHOR, author.id()));
		}
		return (node instanceof Site) ? new FeedSource(site.title(), site.tagline(), page(node) + "/",
				page(node) + "/" + format.file(), newest(new ArticleList(Kind.SITE, 0))) : null;
	}

	private String page(Node node) {
		Site site = this.settings.current();
		if (node instanceof Category category) {
			return Addresses.url(site, Category.class, category.slug());
		}
		if (node instanceof Tag tag) {
			return Addresses.url(site, Tag.class, tag.slug());
		}
		return (node instanceof Author author) ? Addresses.url(site, Author.class, author.slug()) : site.url();
	}

	private FeedSource source(String name, @Nullable String description, String page, FeedFormat format,
			ArticleList list) {
		return new FeedSource(name + " - " + this.settings.current().title(), description, page,
				page + "/" + format.file(), newest(list));
	}

	private Mono<List<Article>> newest(ArticleList list) {
		return this.articles
			.select("""
					from article_listing l join article a on a.id = l.article_id
					where l.list = :list and l.list_id = :id and a.visible
					order by l.published_at desc, l.article_id desc limit :size""",
					Map.of("list", list.kind().column(), "id", list.id(), "size", this.properties.size()),
					ArticleFields.CARD)
			.collectList();
	}

}

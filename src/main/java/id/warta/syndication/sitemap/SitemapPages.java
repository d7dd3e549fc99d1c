package id.warta.syndication.sitemap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import id.warta.article.ArticleList.Kind;
import id.warta.article.Articles;
import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.page.Page;
import id.warta.page.Pages;
import id.warta.platform.Node;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.tag.Tag;
import id.warta.tag.Tags;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What sitemaps say of everything but articles: the home page, pages, and categories,
 * tags and authors with articles that readers see. Nodes hold it all in memory.
 */
@Component
class SitemapPages {

	private final Pages pages;

	private final Categories categories;

	private final Tags tags;

	private final Authors authors;

	private final Articles articles;

	SitemapPages(Pages pages, Categories categories, Tags tags, Authors authors, Articles articles) {
		this.pages = pages;
		this.categories = categories;
		this.tags = tags;
		this.authors = authors;
		this.articles = articles;
	}

	/**
	 * How many parts there are, at least one.
	 */
	int parts() {
		int all = 1 + Stream.of(this.pages.all(), this.categories.all(), this.tags.all(), this.authors.all())
			.mapToInt(Collection::size)
			.sum();
		return (all + SitemapArticles.PART - 1) / SitemapArticles.PART;
	}

	/**
	 * The addresses of a part.
	 * @param number its number, from 0
	 */
	Mono<List<SitemapEntry>> part(int number, Site site) {
		List<Node> part = Stream
			.of(List.of(site), this.pages.all(), this.categories.all(), this.tags.all(), this.authors.all())
			.flatMap((nodes) -> nodes.stream().map(Node.class::cast).sorted(Comparator.comparingLong(Node::id)))
			.skip((long) number * SitemapArticles.PART)
			.limit(SitemapArticles.PART)
			.toList();
		return Mono
			.zip(filled(Kind.SUBTREE, part, Category.class), filled(Kind.TAG, part, Tag.class),
					filled(Kind.AUTHOR, part, Author.class))
			.map((filled) -> entries(part, List.of(filled.getT1(), filled.getT2(), filled.getT3()), site));
	}

	private Mono<Map<Node, Long>> filled(Kind kind, List<Node> part, Class<? extends Node> type) {
		List<Node> nodes = part.stream().filter(type::isInstance).toList();
		return nodes.isEmpty() ? Mono.just(Map.of()) : this.articles.counts(kind, nodes);
	}

	private static List<SitemapEntry> entries(List<Node> part, List<Map<Node, Long>> articles, Site site) {
		List<SitemapEntry> entries = new ArrayList<>();
		for (Node node : part) {
			if (node instanceof Site || node instanceof Page
					|| articles.stream().anyMatch((counts) -> counts.getOrDefault(node, 0L) > 0)) {
				entries.add(entry(node, site));
			}
		}
		return entries;
	}

	private static SitemapEntry entry(Node node, Site site) {
		if (node instanceof Page page) {
			return new SitemapEntry(Addresses.url(site, Page.class, page.slug()), page.updatedAt(), null);
		}
		return new SitemapEntry(address(node, site), null, null);
	}

	private static String address(Node node, Site site) {
		if (node instanceof Category category) {
			return Addresses.url(site, Category.class, category.slug());
		}
		if (node instanceof Tag tag) {
			return Addresses.url(site, Tag.class, tag.slug());
		}
		return (node instanceof Author author) ? Addresses.url(site, Author.class, author.slug()) : site.url() + "/";
	}

}

package id.warta.seo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.media.ArticleMedia;
import id.warta.page.Page;
import id.warta.seo.ArticleJsonLd.Live;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.site.SocialProfile;
import id.warta.tag.Tag;

/**
 * A page as search engines read it: JSON-LD in schema.org's terms, one graph of what the
 * page shows and of the way to it.
 */
final class JsonLd {

	private JsonLd() {
	}

	/**
	 * The graph of a page.
	 * @param live live blogs by the articles' ids
	 */
	static Map<String, Object> of(Seo seo, Map<Long, Live> live) {
		Map<String, Object> main = (seo.subject() instanceof Article article)
				? ArticleJsonLd.of(seo, article, live.get(article.id())) : main(seo);
		Map<String, Object> graph = new LinkedHashMap<>();
		graph.put("@context", "https://schema.org");
		graph.put("@graph", (seo.subject() instanceof Site) ? List.of(main) : List.of(main, breadcrumbs(seo)));
		return graph;
	}

	/**
	 * Whatever is no article.
	 */
	private static Map<String, Object> main(Seo seo) {
		if (seo.subject() instanceof Author author) {
			return person(seo, author);
		}
		Thing page = new Thing(type(seo)).put("@id", seo.canonicalUrl())
			.put("url", seo.canonicalUrl())
			.put("name", seo.name())
			.put("description", seo.description())
			.put("inLanguage", seo.site().locale().toLanguageTag());
		if (seo.subject() instanceof Page shown) {
			page.put("dateModified", shown.updatedAt(), seo.site().zone());
		}
		return page.put("publisher", organization(seo.site())).toMap();
	}

	private static String type(Seo seo) {
		if (seo.subject() instanceof Site) {
			return "WebSite";
		}
		return (seo.subject() instanceof Category || seo.subject() instanceof Tag) ? "CollectionPage" : "WebPage";
	}

	private static Map<String, Object> person(Seo seo, Author author) {
		return new Thing("Person").put("@id", seo.canonicalUrl())
			.put("url", seo.canonicalUrl())
			.put("name", author.name())
			.put("jobTitle", author.jobTitle())
			.put("description", author.biography())
			.put("image", seo.image())
			.put("sameAs", author.url())
			.put("worksFor", organization(seo.site()))
			.toMap();
	}

	/**
	 * An author as an article names them.
	 */
	static Map<String, Object> person(Site site, Author author) {
		return new Thing("Person").put("name", author.name())
			.put("url", Addresses.url(site, Author.class, author.slug()))
			.put("jobTitle", author.jobTitle())
			.toMap();
	}

	/**
	 * Whoever publishes the site.
	 */
	static Map<String, Object> organization(Site site) {
		return new Thing("Organization").put("@id", site.url() + "/#organization")
			.put("name", site.title())
			.put("url", site.url() + "/")
			.put("sameAs", site.profiles().stream().map(SocialProfile::url).distinct().toList())
			.toMap();
	}

	/**
	 * A picture with what is written below it.
	 */
	static Map<String, Object> picture(Seo seo, ArticleMedia picture) {
		return new Thing("ImageObject").put("url", seo.image())
			.put("width", picture.media().width())
			.put("height", picture.media().height())
			.put("caption", picture.caption())
			.put("creditText", picture.media().credit())
			.toMap();
	}

	/** From the home page down. */
	private static Map<String, Object> breadcrumbs(Seo seo) {
		List<Map<String, Object>> items = new ArrayList<>();
		add(items, seo.site().title(), seo.site().url() + "/");
		seo.filing()
			.path()
			.forEach((category) -> add(items, category.name(),
					Addresses.url(seo.site(), Category.class, category.slug())));
		add(items, seo.name(), seo.canonicalUrl());
		return new Thing("BreadcrumbList").put("itemListElement", items).toMap();
	}

	private static void add(List<Map<String, Object>> items, String name, String url) {
		items.add(new Thing("ListItem").put("position", items.size() + 1).put("name", name).put("item", url).toMap());
	}

}

package id.warta.seo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.liveblog.LiveBlog;
import id.warta.liveblog.LiveBlogEntry;
import id.warta.platform.PlainText;
import id.warta.site.Site;
import id.warta.tag.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An article in schema.org's terms, complete to what Google asks of articles and of live
 * blogs.
 */
final class ArticleJsonLd {

	private ArticleJsonLd() {
	}

	/**
	 * An article's live blog, as far as search engines care.
	 *
	 * @param blog the blog
	 * @param entries its newest entries
	 */
	record Live(LiveBlog blog, List<LiveBlogEntry> entries) {

	}

	static Map<String, Object> of(Seo seo, Article article, @Nullable Live live) {
		Site site = seo.site();
		Thing thing = new Thing(type(article, live)).put("@id", seo.canonicalUrl() + "#article")
			.put("url", seo.canonicalUrl())
			.put("mainEntityOfPage", new Thing("WebPage").put("@id", seo.canonicalUrl()).toMap())
			.put("headline", article.title())
			.put("alternativeHeadline", article.subtitle())
			.put("description", seo.description())
			.put("image", (seo.picture() != null) ? List.of(JsonLd.picture(seo, seo.picture())) : null)
			.put("datePublished", article.publishedAt(), site.zone())
			.put("dateModified", article.updatedAt(), site.zone())
			.put("author", authors(seo))
			.put("publisher", JsonLd.organization(site));
		about(thing, seo, article);
		if (live != null) {
			live(thing, live, site);
		}
		return thing.toMap();
	}

	/** What is paid for is no news. */
	private static String type(Article article, @Nullable Live live) {
		return switch (article.type()) {
			case NEWS -> "NewsArticle";
			case OPINION -> "OpinionNewsArticle";
			case ANALYSIS -> "AnalysisNewsArticle";
			case LIVE -> (live != null) ? "LiveBlogPosting" : "NewsArticle";
			case SPONSORED -> "Article";
		};
	}

	private static List<Map<String, Object>> authors(Seo seo) {
		List<Author> authors = seo.filing().authors();
		return authors.isEmpty() ? List.of(JsonLd.organization(seo.site()))
				: authors.stream().map((author) -> JsonLd.person(seo.site(), author)).toList();
	}

	private static void about(Thing thing, Seo seo, Article article) {
		thing.put("articleSection", seo.filing().path().stream().map(Category::name).toList())
			.put("keywords", seo.filing().tags().stream().map(Tag::name).toList())
			.put("inLanguage", article.language())
			.put("wordCount", article.wordCount())
			.put("timeRequired",
					(article.readingMinutes() > 0) ? Duration.ofMinutes(article.readingMinutes()).toString() : null)
			.put("isAccessibleForFree", true)
			.put("sponsor", (article.sponsor() != null)
					? new Thing("Organization").put("name", article.sponsor()).toMap() : null);
	}

	private static void live(Thing thing, Live live, Site site) {
		thing.put("coverageStartTime", live.blog().startedAt(), site.zone())
			.put("coverageEndTime", live.blog().endedAt(), site.zone())
			.put("liveBlogUpdate", live.entries().stream().map((entry) -> update(entry, site)).toList());
	}

	private static Map<String, Object> update(LiveBlogEntry entry, Site site) {
		String text = PlainText.lines(entry.body());
		return new Thing("BlogPosting")
			.put("headline", (entry.title() != null) ? entry.title() : Openings.shortened(text))
			.put("articleBody", text)
			.put("datePublished", entry.createdAt(), site.zone())
			.put("dateModified", entry.updatedAt(), site.zone())
			.toMap();
	}

}

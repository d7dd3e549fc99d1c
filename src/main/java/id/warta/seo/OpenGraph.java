package id.warta.seo;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.media.ArticleMedia;
import id.warta.media.Media;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.site.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * A page's properties for social networks: the Open Graph protocol (ogp.me), and X's
 * cards where these differ.
 */
final class OpenGraph {

	private static final Pattern ACCOUNT = Pattern
		.compile("https?://(?:www\\.)?(?:x|twitter)\\.com/@?([A-Za-z0-9_]{1,15})/?");

	private final List<SeoProperty> properties = new ArrayList<>();

	private OpenGraph() {
	}

	static List<SeoProperty> of(Seo seo) {
		OpenGraph graph = new OpenGraph();
		graph.page(seo);
		if (seo.picture() != null) {
			graph.picture(seo, seo.picture());
		}
		if (seo.subject() instanceof Article article) {
			graph.article(seo, article);
		}
		graph.card(seo);
		return List.copyOf(graph.properties);
	}

	private void page(Seo seo) {
		add("og:type", type(seo));
		add("og:title", seo.name());
		add("og:description", seo.description());
		add("og:url", seo.canonicalUrl());
		add("og:site_name", seo.site().title());
		add("og:locale", locale(seo));
	}

	private static String type(Seo seo) {
		if (seo.subject() instanceof Article) {
			return "article";
		}
		return (seo.subject() instanceof Author) ? "profile" : "website";
	}

	/** With a country, which the site alone may know; without one there is no value. */
	private static @Nullable String locale(Seo seo) {
		Locale site = seo.site().locale();
		Locale own = (seo.subject() instanceof Article article) ? Locale.forLanguageTag(article.language()) : site;
		Locale locale = (own.getCountry().isEmpty() && own.getLanguage().equals(site.getLanguage())) ? site : own;
		return locale.getCountry().isEmpty() ? null : locale.getLanguage() + "_" + locale.getCountry();
	}

	private void picture(Seo seo, ArticleMedia picture) {
		Media media = picture.media();
		add("og:image", seo.image());
		add("og:image:type", media.mimeType());
		add("og:image:width", (media.width() != null) ? media.width().toString() : null);
		add("og:image:height", (media.height() != null) ? media.height().toString() : null);
		add("og:image:alt", media.alt());
	}

	private void article(Seo seo, Article article) {
		add("article:published_time", article.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
		add("article:modified_time", article.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString());
		seo.filing()
			.authors()
			.forEach((author) -> add("article:author", Addresses.url(seo.site(), Author.class, author.slug())));
		seo.filing()
			.path()
			.stream()
			.reduce((above, below) -> below)
			.ifPresent((section) -> add("article:section", section.name()));
		seo.filing().tags().forEach((tag) -> add("article:tag", tag.name()));
	}

	private void card(Seo seo) {
		add("twitter:card", (seo.picture() != null) ? "summary_large_image" : "summary");
		add("twitter:site", account(seo.site()));
		add("twitter:title", seo.name());
		add("twitter:description", seo.description());
		if (seo.picture() != null) {
			add("twitter:image", seo.image());
			add("twitter:image:alt", seo.picture().media().alt());
		}
	}

	private static @Nullable String account(Site site) {
		return site.profiles()
			.stream()
			.map(SocialProfile::url)
			.map(ACCOUNT::matcher)
			.filter(Matcher::matches)
			.findFirst()
			.map((account) -> "@" + account.group(1))
			.orElse(null);
	}

	private void add(String property, @Nullable String content) {
		if (content != null && !content.isEmpty()) {
			this.properties.add(new SeoProperty(property, content));
		}
	}

}

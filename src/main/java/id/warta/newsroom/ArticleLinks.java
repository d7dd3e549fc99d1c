package id.warta.newsroom;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which articles an article's text leads to: those of the site whose address it
 * has, old addresses included.
 */
@Component
class ArticleLinks {

	private final DatabaseClient database;

	ArticleLinks(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Writes anew what a text leads to.
	 * @param body the sanitised HTML, with absolute addresses
	 */
	Mono<Void> write(LockedArticle article, String body) {
		return this.database.sql("delete from article_link where article_id = :article")
			.bind("article", article.id())
			.then()
			.then(this.database.sql("""
					insert into article_link (article_id, linked_id)
					select distinct :article, f.id from (
					    select id from article where slug = any(:slugs)
					    union select article_id from article_slug_history where slug = any(:slugs)) f
					where f.id <> :article""")
				.bind("article", article.id())
				.bind("slugs", slugs(body, article.siteAddress()).toArray(String[]::new))
				.then());
	}

	private static Set<String> slugs(String body, String site) {
		return Jsoup.parseBodyFragment(body, site)
			.select("a[href]")
			.stream()
			.map((link) -> slug(link, site))
			.filter((slug) -> !slug.isEmpty())
			.collect(Collectors.toSet());
	}

	/** Empty if it leads elsewhere. */
	private static String slug(Element link, String site) {
		String address = link.absUrl("href");
		String path = address.startsWith(site) ? path(address) : null;
		String slug = (path != null) ? path.replaceAll("^/|/$", "") : "";
		return slug.contains("/") ? "" : slug;
	}

	private static @Nullable String path(String address) {
		try {
			return URI.create(address).getPath();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}

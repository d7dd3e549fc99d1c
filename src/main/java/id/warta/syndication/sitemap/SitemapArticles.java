package id.warta.syndication.sitemap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import id.warta.article.Article;
import id.warta.platform.Rows;
import id.warta.site.Addresses;
import id.warta.site.Site;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads of articles what sitemaps say. Each part of the sitemap is a range of ids, so its
 * borders are reckoned and not counted, and an article is in the same part for ever: what
 * crawlers have of the old parts stays right.
 */
@Component
class SitemapArticles {

	/** How many ids a part has, as {@code sitemap_part} has it. */
	static final int PART = 25_000;

	/** How many rows are in memory at a time. */
	static final int PAGE = 1000;

	/** More sitemaps no index may have. */
	private static final int MOST_PARTS = 49_000;

	/** What Google News takes. */
	private static final Duration NEW = Duration.ofDays(2);

	private static final int MOST_NEWS = 1000;

	private final DatabaseClient database;

	private final InstantSource clock;

	SitemapArticles(DatabaseClient database, InstantSource clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * A part that holds an article.
	 *
	 * @param number its number, from 0
	 * @param lastModified when one of its articles was last changed
	 */
	record Part(long number, Instant lastModified) {

	}

	/**
	 * The parts in order: two looks at an index for each, however many articles it has.
	 */
	Mono<List<Part>> parts() {
		return this.database.sql("""
				with recursive part (number) as (
				    (select sitemap_part(id) from article where visible order by sitemap_part(id) limit 1)
				    union all
				    select (select sitemap_part(a.id) from article a where a.visible and sitemap_part(a.id) > p.number
				        order by sitemap_part(a.id) limit 1)
				    from part p where p.number is not null)
				select p.number, (select a.updated_at from article a where a.visible and sitemap_part(a.id) = p.number
				    order by a.updated_at desc limit 1) as updated_at
				from part p where p.number is not null limit :most""")
			.bind("most", MOST_PARTS)
			.map((row) -> new Part(Rows.required(row, "number", Long.class),
					Rows.required(row, "updated_at", Instant.class)))
			.all()
			.collectList();
	}

	/**
	 * Some articles of a part, by their ids.
	 *
	 * @param rows the articles
	 * @param end the last id of the part
	 */
	record Page(List<Row> rows, long end) {

		boolean isLast() {
			return this.rows.size() < PAGE;
		}

		long lastId() {
			return this.rows.get(this.rows.size() - 1).id();
		}

	}

	/**
	 * An article.
	 *
	 * @param id its id
	 * @param slug its slug
	 * @param updatedAt when it was last changed
	 * @param image its picture's address
	 */
	record Row(long id, String slug, Instant updatedAt, @Nullable String image) {

		SitemapEntry entry(Site site) {
			return new SitemapEntry(Addresses.url(site, Article.class, this.slug), this.updatedAt,
					(this.image != null) ? Addresses.absolute(site, this.image) : null);
		}

	}

	/**
	 * The first page of a part; empty if the part has no article that readers see.
	 */
	Mono<Page> first(long number) {
		return page(number * PART, (number + 1) * PART).filter((page) -> !page.rows().isEmpty());
	}

	/**
	 * A page and all behind it. Each is a statement of its own, begun when the one before
	 * it is taken, so that whoever reads slowly keeps no connection.
	 */
	Flux<Page> from(Page first) {
		return Mono.just(first).expand((page) -> page.isLast() ? Mono.<Page>empty() : page(page.lastId(), page.end()));
	}

	private Mono<Page> page(long after, long end) {
		return this.database.sql("""
				select a.id, a.slug, a.updated_at, m.url as image
				from article a left join media m on m.id = a.lead_media_id and m.kind = 'IMAGE'
				where a.visible and a.id > :after and a.id <= :end order by a.id limit :page""")
			.bind("after", after)
			.bind("end", end)
			.bind("page", PAGE)
			.map((row) -> new Row(Rows.required(row, "id", Long.class), Rows.required(row, "slug", String.class),
					Rows.required(row, "updated_at", Instant.class), row.get("image", String.class)))
			.all()
			.collectList()
			.map((rows) -> new Page(rows, end));
	}

	/**
	 * The newest articles, the newest first: of two days, 1,000 at most. What is paid for
	 * isn't news.
	 */
	Mono<List<NewsEntry>> news(Site site) {
		return this.database.sql("""
				select slug, language, published_at, title from article
				where visible and published_at > :since and type <> 'SPONSORED'
				order by published_at desc, id desc limit :most""")
			.bind("since", this.clock.instant().minus(NEW))
			.bind("most", MOST_NEWS)
			.map((row) -> news(row, site))
			.all()
			.collectList();
	}

	private static NewsEntry news(Readable row, Site site) {
		return new NewsEntry(Addresses.url(site, Article.class, Rows.required(row, "slug", String.class)),
				language(Rows.required(row, "language", String.class), site),
				Rows.required(row, "published_at", Instant.class), Rows.required(row, "title", String.class));
	}

	private static String language(String tag, Site site) {
		String language = Locale.forLanguageTag(tag).getLanguage();
		return language.isEmpty() ? site.locale().getLanguage() : language;
	}

}

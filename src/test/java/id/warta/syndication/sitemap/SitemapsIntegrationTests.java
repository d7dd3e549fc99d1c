package id.warta.syndication.sitemap;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.syndication.Xml;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
class SitemapsIntegrationTests {

	private static final String SITE = "https://kabar.example";

	@Autowired
	private TestContent content;

	@Autowired
	private SitemapArticles articles;

	@Autowired
	private ConnectionPool pool;

	@LocalServerPort
	private int port;

	private WebTestClient http;

	@BeforeEach
	void write() {
		this.http = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
			.build();
		this.content.clear();
		this.content.run("update site set url = 'https://kabar.example', title = 'Kabar & Kita'");
		this.content.run("insert into category (slug, name) values ('nasional', 'N'), ('kosong', 'K')");
		this.content.run("insert into category (slug, name, parent_id) values ('daerah', 'D', 1)");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B'), ('sepi', 'S')");
		this.content.run("insert into author (slug, name) values ('sri', 'S')");
		this.content.run(
				"insert into page (slug, title, status) values ('redaksi', 'R', 'PUBLISHED'), ('rencana', 'R', 'DRAFT')");
		this.content.run("insert into media (url, kind) values ('/foto air.jpg', 'IMAGE'), ('/suara.mp3', 'AUDIO')");
		this.content.article("satu", "daerah");
		this.content.article("dua");
		this.content.run("insert into article_tag values (1, 0, 1)");
		this.content.run("insert into article_author values (1, 0, 1)");
		this.content.run("update article set lead_media_id = id, updated_at = '2025-08-04T01:02:03.9Z'");
		this.content.run("insert into article (slug, title) values ('konsep', 'Konsep')");
		this.content.changed();
	}

	@AfterEach
	void forget() {
		this.content.clear();
		this.content.changed();
	}

	private byte[] body(String path) {
		return this.http.get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
	}

	private Xml xml(String path) {
		return Xml.root(Xml.parse(Objects.requireNonNull(body(path))));
	}

	private List<String> addresses(String path) {
		return xml(path).children("url").stream().map((url) -> url.text("loc")).toList();
	}

	private void article(long id, String slug) {
		this.content.run("""
				insert into article (id, slug, title, status, published_at, updated_at)
				values (:id, :slug, 'T', 'PUBLISHED', '2025-08-03', '2025-08-05T00:00:00Z')""",
				Map.of("id", id, "slug", slug));
	}

	@Test
	void theIndexNamesAllParts() {
		article(25_000, "akhir");
		article(25_001, "awal");
		article(1_000_000, "jauh");
		Xml index = xml("/sitemap.xml");
		assertThat(index.element().getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
		assertThat(index.children("sitemap")).extracting((sitemap) -> sitemap.text("loc"))
			.containsExactly(SITE + "/sitemap-pages-1.xml", SITE + "/sitemap-articles-1.xml",
					SITE + "/sitemap-articles-2.xml", SITE + "/sitemap-articles-40.xml");
		assertThat(index.children("sitemap").get(1).text("lastmod")).isEqualTo("2025-08-05T00:00:00Z");
		assertThat(addresses("/sitemap-articles-1.xml")).containsExactly(SITE + "/satu", SITE + "/dua",
				SITE + "/akhir");
		assertThat(addresses("/sitemap-articles-2.xml")).containsExactly(SITE + "/awal");
		assertThat(addresses("/sitemap-articles-40.xml")).containsExactly(SITE + "/jauh");
	}

	@Test
	void partsBeginWhereTheDatabaseSaysSo() {
		for (long id : new long[] { 1, SitemapArticles.PART, SitemapArticles.PART + 1L, 2L * SitemapArticles.PART }) {
			assertThat(this.content.one("select sitemap_part(" + id + ")"))
				.isEqualTo(String.valueOf((id - 1) / SitemapArticles.PART));
		}
	}

	@Test
	void anArticleComesWithItsPictureAndItsDate() {
		List<Xml> urls = xml("/sitemap-articles-1.xml").children("url");
		assertThat(urls.get(0).text("lastmod")).isEqualTo("2025-08-04T01:02:03Z");
		assertThat(urls.get(0).child("image:image").text("image:loc")).isEqualTo(SITE + "/foto%20air.jpg");
		assertThat(urls.get(1).children("image:image")).as("a recording").isEmpty();
	}

	@Test
	void addressesAreEncoded() {
		article(7, "kabar-café-日本");
		article(8, "a&b");
		assertThat(addresses("/sitemap-articles-1.xml")).contains(SITE + "/kabar-caf%C3%A9-%E6%97%A5%E6%9C%AC",
				SITE + "/a&b");
	}

	@Test
	void aPartOfManyPagesHoldsEachArticleOnce() {
		this.content.run("""
				insert into article (slug, title, status, published_at)
				select 'banyak-' || i, 'T', 'PUBLISHED', '2025-08-03' from generate_series(1, 2500) i""");
		this.content.run("update article set status = 'WITHDRAWN' where slug like 'banyak-%7'");
		List<String> expected = IntStream.rangeClosed(1, 2500)
			.filter((i) -> i % 10 != 7)
			.mapToObj((i) -> SITE + "/banyak-" + i)
			.toList();
		assertThat(addresses("/sitemap-articles-1.xml")).hasSize(2252).containsAll(expected).doesNotHaveDuplicates();
	}

	@Test
	void whoStopsReadingGivesTheConnectionBack() {
		this.content.run("""
				insert into article (slug, title, status, published_at)
				select 'banyak-' || i, 'T', 'PUBLISHED', '2025-08-03' from generate_series(1, 5000) i""");
		StepVerifier.create(this.articles.first(0).flatMapMany(this.articles::from), 2)
			.expectNextCount(2)
			.thenCancel()
			.verify();
		StepVerifier.create(this.articles.parts()).expectNextCount(1).verifyComplete();
		assertThat(this.pool.getMetrics().orElseThrow().acquiredSize()).isLessThanOrEqualTo(1);
	}

	@Test
	void allElseThatReadersSeeIsInPartsOfItsOwn() {
		Xml sitemap = xml("/sitemap-pages-1.xml");
		assertThat(sitemap.children("url")).extracting((url) -> url.text("loc"))
			.containsExactly(SITE + "/", SITE + "/redaksi", SITE + "/category/nasional", SITE + "/category/daerah",
					SITE + "/tag/banjir", SITE + "/author/sri");
		assertThat(sitemap.children("url").get(1).children("lastmod")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap-articles-2.xml", "/sitemap-articles-0.xml", "/sitemap-articles-01.xml",
			"/sitemap-articles--1.xml", "/sitemap-articles-x.xml", "/sitemap-articles-999999999.xml",
			"/sitemap-articles-99999999999999999999.xml", "/sitemap-pages-2.xml", "/sitemap-pages-0.xml" })
	void otherPartsAreNotThere(String path) {
		this.http.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.errors[0].extensions.code")
			.isEqualTo("NOT_FOUND");
	}

	@Test
	void theNewsAreThoseOfTwoDays() {
		Instant now = Instant.now();
		news("baru", now.minusSeconds(60), "NEWS", "en-GB");
		news("kemarin", now.minusSeconds(47 * 3600), "OPINION", "id");
		news("lama", now.minusSeconds(49 * 3600), "NEWS", "id");
		news("iklan", now.minusSeconds(60), "SPONSORED", "id");
		List<Xml> urls = xml("/news-sitemap.xml").children("url");
		assertThat(urls).extracting((url) -> url.text("loc")).containsExactly(SITE + "/baru", SITE + "/kemarin");
		Xml news = urls.get(0).child("news:news");
		assertThat(news.child("news:publication").text("news:name")).isEqualTo("Kabar & Kita");
		assertThat(news.child("news:publication").text("news:language")).isEqualTo("en");
		assertThat(news.text("news:publication_date")).endsWith("Z");
		assertThat(news.text("news:title")).isEqualTo("Judul <baru>");
	}

	private void news(String slug, Instant at, String type, String language) {
		this.content.run("""
				insert into article (slug, title, status, published_at, type, language, sponsor)
				values (:slug, 'Judul <' || :slug || '>', 'PUBLISHED', :at, :type, :language,
				    case when :type = 'SPONSORED' then 'S' end)""",
				Map.of("slug", slug, "at", at, "type", type, "language", language));
	}

	@Test
	void thereAreAThousandNewsAtMost() {
		this.content
			.run("""
					insert into article (slug, title, status, published_at)
					select 'banyak-' || i, 'T', 'PUBLISHED', now() - i * interval '1 second' from generate_series(1, 1100) i""");
		List<String> addresses = addresses("/news-sitemap.xml");
		assertThat(addresses).hasSize(1000).startsWith(SITE + "/banyak-1").endsWith(SITE + "/banyak-1000");
	}

	@Test
	void crawlersAreToldWhereToBegin() {
		assertThat(new String(Objects.requireNonNull(body("/robots.txt")))).isEqualTo("""
				User-agent: *
				Allow: /
				Disallow: /graphql$
				Disallow: /graphql?
				Disallow: /graphiql$
				Disallow: /graphiql?
				Disallow: /views/

				Sitemap: https://kabar.example/sitemap.xml
				Sitemap: https://kabar.example/news-sitemap.xml
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap.xml", "/sitemap-pages-1.xml", "/news-sitemap.xml", "/robots.txt" })
	void whoHasItGetsNothing(String path) {
		String tag = this.http.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders().getETag();
		this.http.get()
			.uri(path)
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap.xml", "/sitemap-articles-1.xml", "/sitemap-pages-1.xml", "/news-sitemap.xml",
			"/robots.txt" })
	void aHeadHasNoBody(String path) {
		this.http.head()
			.uri(URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.isEmpty();
	}

	@Test
	void aSiteWithoutAnythingHasAHomePage() {
		this.content.clear();
		this.content.changed();
		assertThat(xml("/sitemap.xml").children("sitemap")).hasSize(1);
		assertThat(addresses("/sitemap-pages-1.xml")).hasSize(1);
		assertThat(xml("/news-sitemap.xml").children("url")).isEmpty();
	}

}

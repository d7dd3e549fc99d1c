package id.warta.syndication;

import java.net.URI;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
class FeedsIntegrationTests {

	private static final String SITE = "https://kabar.example";

	private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

	@Autowired
	private TestContent content;

	@LocalServerPort
	private int port;

	private WebTestClient http;

	@BeforeEach
	void write() {
		this.http = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		this.content.clear();
		this.content.run("update site set url = 'https://kabar.example', title = 'Kabar & Kita', tagline = 'Cepat'");
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional')");
		this.content.run("insert into category (slug, name, parent_id) values ('daerah', 'Daerah <1>', 1)");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri'), ('adi', 'Adi')");
		this.content.run("""
				insert into media (url, alt, mime_type, width, height, caption, credit)
				values ('/foto air.jpg', 'Air', 'image/jpeg', 1200, 800, 'Air <naik>', 'Wati')""");
		for (String slug : List.of("satu", "dua", "tiga")) {
			this.content.article(slug, "daerah");
		}
		this.content.run("insert into article_tag values (1, 0, 1)");
		this.content.run("insert into article_author values (1, 0, 1, 'WRITER'), (1, 1, 2, 'EDITOR')");
		this.content.run("""
				update article set lead_media_id = 1, title = E'Air & <api>\\x01', excerpt = 'A < B', language = 'en',
				    body = '<p>Lihat <a href="/dua">ini</a> ]]&gt; <img src="b.png" alt=""> 5 &lt; 6</p>'
				where id = 1""");
		this.content.run("insert into article (slug, title) values ('konsep', 'Konsep')");
		this.content.changed();
	}

	@AfterEach
	void forget() {
		this.content.clear();
		this.content.changed();
	}

	private WebTestClient.ResponseSpec get(String path) {
		return this.http.get().uri(path).exchange();
	}

	private Document xml(String path) {
		return Xml.parse(get(path).expectStatus().isOk().expectBody().returnResult().getResponseBody());
	}

	@Test
	void anRssReaderFindsAllThatItKnows() {
		Document feed = xml("/feed.xml");
		Xml channel = Xml.root(feed).child("channel");
		assertThat(channel.text("title")).isEqualTo("Kabar & Kita");
		assertThat(channel.text("link")).isEqualTo(SITE + "/");
		assertThat(channel.text("description")).isEqualTo("Cepat");
		assertThat(channel.text("language")).isEqualTo("id-ID");
		assertThat(channel.child("atom:link").attribute("href")).isEqualTo(SITE + "/feed.xml");
		assertThat(channel.child("atom:link").attribute("rel")).isEqualTo("self");
		assertThat(channel.children("item")).extracting((item) -> item.text("link"))
			.containsExactly(SITE + "/tiga", SITE + "/dua", SITE + "/satu");
		Xml item = channel.children("item").get(2);
		assertThat(item.text("title")).isEqualTo("Air & <api>\uFFFD");
		assertThat(item.text("description")).isEqualTo("A &lt; B");
		assertThat(item.text("guid")).isEqualTo("tag:kabar.example,2025-08-03:article/1");
		assertThat(item.child("guid").attribute("isPermaLink")).isEqualTo("false");
		assertThat(item.text("pubDate")).isEqualTo("Sun, 03 Aug 2025 00:00:00 GMT");
		assertThat(item.children("dc:creator")).extracting(Xml::text).containsExactly("Sri");
		assertThat(item.children("category")).extracting(Xml::text).containsExactly("Daerah <1>", "Banjir");
		Xml picture = item.child("media:content");
		assertThat(picture.attribute("url")).isEqualTo(SITE + "/foto%20air.jpg");
		assertThat(picture.attribute("type") + picture.attribute("width") + picture.attribute("medium"))
			.isEqualTo("image/jpeg1200image");
		assertThat(picture.text("media:description")).isEqualTo("Air <naik>");
		assertThat(feed.getElementsByTagNameNS(CONTENT, "encoded").item(2).getTextContent()).contains(
				"<a href=\"https://kabar.example/dua\">ini</a>", "src=\"https://kabar.example/b.png\"", "5 &lt; 6",
				"]]&gt;");
	}

	@Test
	void anAtomReaderFindsAllThatItKnows() {
		Xml feed = Xml.root(xml("/atom.xml"));
		assertThat(feed.text("id")).isEqualTo(SITE + "/atom.xml");
		assertThat(feed.attribute("xml:lang")).isEqualTo("id-ID");
		assertThat(feed.text("updated")).endsWith("Z");
		assertThat(feed.children("link")).extracting((link) -> link.attribute("rel") + " " + link.attribute("href"))
			.containsExactly("alternate " + SITE + "/", "self " + SITE + "/atom.xml");
		assertThat(feed.child("author").text("name")).isEqualTo("Kabar & Kita");
		Xml entry = feed.children("entry").get(2);
		assertThat(entry.attribute("xml:lang")).isEqualTo("en");
		assertThat(entry.text("id")).isEqualTo("tag:kabar.example,2025-08-03:article/1");
		assertThat(entry.text("title")).isEqualTo("Air & <api>\uFFFD");
		assertThat(entry.text("summary")).isEqualTo("A < B");
		assertThat(entry.text("published")).isEqualTo("2025-08-03T00:00:00Z");
		assertThat(entry.child("author").text("uri")).isEqualTo(SITE + "/author/sri");
		assertThat(entry.children("link")).extracting((link) -> link.attribute("rel") + " " + link.attribute("href"))
			.containsExactly("alternate " + SITE + "/satu", "enclosure " + SITE + "/foto%20air.jpg");
		assertThat(entry.children("category")).extracting((category) -> category.attribute("term"))
			.containsExactly("daerah", "banjir");
		assertThat(entry.child("content").attribute("type")).isEqualTo("html");
		assertThat(entry.text("content")).contains("href=\"https://kabar.example/dua\"", "5 &lt; 6");
	}

	@Test
	void aJsonReaderFindsAllThatItKnows() {
		get("/feed.json").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "application/feed+json;charset=UTF-8")
			.expectBody()
			.jsonPath("$.version")
			.isEqualTo("https://jsonfeed.org/version/1.1")
			.jsonPath("$.feed_url")
			.isEqualTo(SITE + "/feed.json")
			.jsonPath("$.items[2].url")
			.isEqualTo(SITE + "/satu")
			.jsonPath("$.items[2].authors[0].url")
			.isEqualTo(SITE + "/author/sri")
			.jsonPath("$.items[2].image")
			.isEqualTo(SITE + "/foto%20air.jpg")
			.jsonPath("$.items[2].tags[1]")
			.isEqualTo("Banjir")
			.jsonPath("$.items[2].language")
			.isEqualTo("en")
			.jsonPath("$.items[2].date_published")
			.isEqualTo("2025-08-03T00:00:00Z")
			.jsonPath("$.items.length()")
			.isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "/category/nasional, 3, 'Nasional - Kabar & Kita'", "/category/daerah, 3, 'Daerah <1> - Kabar & Kita'",
			"/tag/banjir, 1, 'Banjir - Kabar & Kita'", "/author/sri, 1, 'Sri - Kabar & Kita'" })
	void eachListHasAFeedBelowItsPage(String page, int articles, String title) {
		Xml channel = Xml.root(xml(page + "/feed.xml")).child("channel");
		assertThat(channel.children("item")).hasSize(articles);
		assertThat(channel.text("title")).isEqualTo(title);
		assertThat(channel.text("link")).isEqualTo(SITE + page);
		assertThat(Xml.root(xml(page + "/atom.xml")).children("entry")).hasSize(articles);
		get(page + "/feed.json").expectBody().jsonPath("$.items.length()").isEqualTo(articles);
	}

	@ParameterizedTest
	@EnumSource(FeedFormat.class)
	void whoHasItGetsNothing(FeedFormat format) {
		HttpHeaders first = headers("/" + format.file());
		String tag = first.getETag();
		String since = first.getFirst(HttpHeaders.LAST_MODIFIED);
		assertThat(first.getCacheControl()).isEqualTo("max-age=60, public");
		status(format, HttpHeaders.IF_NONE_MATCH, tag, 304);
		status(format, HttpHeaders.IF_NONE_MATCH, "\"other\", W/" + tag, 304);
		status(format, HttpHeaders.IF_NONE_MATCH, "\"other\"", 200);
		status(format, HttpHeaders.IF_MODIFIED_SINCE, since, 304);
		status(format, HttpHeaders.IF_MODIFIED_SINCE, "Sun, 03 Aug 2025 00:00:00 GMT", 200);
		this.http.get()
			.uri("/" + format.file())
			.header(HttpHeaders.IF_NONE_MATCH, "\"other\"")
			.header(HttpHeaders.IF_MODIFIED_SINCE, since)
			.exchange()
			.expectStatus()
			.isOk();
		this.content.run("update article set title = 'Baru' where id = 2");
		this.content.run("update article set revision = revision + 1 where id = 2");
		status(format, HttpHeaders.IF_NONE_MATCH, tag, 200);
	}

	private void status(FeedFormat format, String header, String value, int status) {
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
			HttpHeaders headers = this.http.method(method)
				.uri("/" + format.file())
				.header(header, value)
				.exchange()
				.expectStatus()
				.isEqualTo(status)
				.expectBody()
				.returnResult()
				.getResponseHeaders();
			assertThat(headers.getETag()).isNotEmpty();
			assertThat(headers.getCacheControl()).isNotEmpty();
		}
	}

	private HttpHeaders headers(String path) {
		return get(path).expectBody().returnResult().getResponseHeaders();
	}

	@Test
	void aHeadHasTheSameHeadersAndNoBody() {
		EntityExchangeResult<byte[]> get = get("/feed.xml").expectBody().returnResult();
		this.http.head()
			.uri("/feed.xml")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentLength(get.getResponseBody().length)
			.expectHeader()
			.valueEquals(HttpHeaders.ETAG, get.getResponseHeaders().getETag())
			.expectBody()
			.isEmpty();
	}

	@Test
	void whatIsWithdrawnIsGoneAtOnce() {
		String tag = headers("/feed.xml").getETag();
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'tiga'");
		String body = this.http.get()
			.uri("/feed.xml")
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).contains("/dua").doesNotContain("tiga");
	}

	@Test
	void aFeedOfNothingIsEmpty() {
		this.content.run("update article set status = 'WITHDRAWN'");
		assertThat(Xml.root(xml("/feed.xml")).child("channel").children("item")).isEmpty();
		assertThat(Xml.root(xml("/atom.xml")).text("updated")).isEqualTo("1970-01-01T00:00:00Z");
		get("/feed.json").expectBody().jsonPath("$.items").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/category/tidak-ada/feed.xml", "/tag/x/atom.xml", "/author/x/feed.json", "/satu/feed.xml",
			"/a/b/feed.xml", "/category/%FF/feed.xml", "/category/%00/feed.xml", "/satu/feed/", "/feed/lain/",
			"/category/x/feed" })
	void whatHasNoFeedIsToldInTheEdgesWay(String path) {
		this.http.get()
			.uri(java.net.URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.errors[0].extensions.code")
			.isEqualTo("NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource({ "/category/lama/feed.xml, /category/daerah/feed.xml",
			"/category/nasional/daerah/atom.xml, /category/daerah/atom.xml",
			"/kanal/berita/feed.json, /tag/banjir/feed.json", "/feed, /feed.xml", "/feed/, /feed.xml",
			"/feed/atom/, /atom.xml", "/feed/rss2, /feed.xml",
			"/category/nasional/daerah/feed/, /category/daerah/feed.xml",
			"/author/sri/feed/atom/, /author/sri/atom.xml", "/tag/banjir/feed/json, /tag/banjir/feed.json" })
	void feedsMoveWithTheirPages(String from, String to) {
		this.content.run("insert into category_slug_history (slug, target_id) values ('lama', 2)");
		this.content.run(
				"insert into redirect (path, target, target_path) values ('/kanal/berita', '/tag/banjir', '/tag/banjir')");
		this.content.changed();
		get(from).expectStatus().isEqualTo(301).expectHeader().location(SITE + to);
	}

	@Test
	void whatEditorsSayIsGoneIs() {
		this.content.run("insert into redirect (path) values ('/category/hapus')");
		get("/category/hapus/feed.xml").expectStatus()
			.isEqualTo(410)
			.expectBody()
			.jsonPath("$.errors[0].extensions.code")
			.isEqualTo("GONE");
	}

	@Test
	void nothingElseThanReadingIsOffered() {
		this.http.post().uri("/feed.xml").exchange().expectStatus().is4xxClientError();
	}

	@Test
	void aSearchHasItsFeed() {
		this.content.one("select search_catch_up(100)");
		Xml channel = Xml.root(xml("/search/feed.xml?q=title+-tiga")).child("channel");
		assertThat(channel.text("title")).isEqualTo("«title -tiga» - Kabar & Kita");
		assertThat(channel.text("link")).isEqualTo(SITE + "/search?q=title%20-tiga");
		assertThat(channel.child("atom:link").attribute("href")).isEqualTo(SITE + "/search/feed.xml?q=title%20-tiga");
		assertThat(channel.children("item")).extracting((item) -> item.text("link")).containsExactly(SITE + "/dua");
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'dua'");
		assertThat(Xml.root(xml("/search/feed.xml?q=title+-tiga")).child("channel").children("item")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search/feed.xml", "/search/atom.xml?q=", "/search/feed.json?q=%20" })
	void aSearchForNothingHasNone(String path) {
		asked(path).expectStatus().isBadRequest();
	}

	@Test
	void aSearchThatIsNoneIsRefused() {
		asked("/search/feed.xml?q=" + "a".repeat(301)).expectStatus().isBadRequest();
		asked("/search/feed.xml?q=%00").expectStatus().value((status) -> assertThat(status).isLessThan(500));
	}

	/** As it is, without encoding it. */
	private WebTestClient.ResponseSpec asked(String path) {
		return this.http.get().uri(URI.create("http://localhost:" + this.port + path)).exchange();
	}

}

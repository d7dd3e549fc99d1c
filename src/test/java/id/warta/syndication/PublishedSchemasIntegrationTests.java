package id.warta.syndication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.importer.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What is published against the schemas of those who read it, where these are at hand.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
class PublishedSchemasIntegrationTests {

	private static final Map<String, String> SITEMAPS = Map.of("http://www.sitemaps.org/schemas/sitemap/0.9",
			"sitemap.xsd", "http://www.google.com/schemas/sitemap-image/1.1", "sitemap-image.xsd",
			"http://www.google.com/schemas/sitemap-news/0.9", "sitemap-news.xsd");

	/** What the schema of JSON Feed doesn't know yet. */
	private static final Set<String> SINCE_1_1 = Set.of("authors", "language");

	@Autowired
	private TestContent content;

	@LocalServerPort
	private int port;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("update site set url = 'https://kabar.example', title = 'Kabar & Kita', tagline = 'Cepat'");
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir <1>')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri')");
		this.content.run("insert into page (slug, title) values ('redaksi', 'R')");
		this.content.run("""
				insert into media (url, alt, mime_type, width, height, caption, credit)
				values ('/foto air.jpg', 'Air', 'image/jpeg', 1200, 800, 'Air <naik>', 'Wati')""");
		this.content
			.run("""
					insert into article (slug, title, excerpt, body, status, published_at, lead_media_id, language)
					select 'kabar-' || i, 'Judul & ' || i, 'Ringkasan <' || i || '>', '<p>Isi <b>' || i || '</b> &amp; ]]&gt;</p>',
					    'PUBLISHED', now() - i * interval '1 hour', case when i % 2 = 0 then 1 end,
					    case when i % 3 = 0 then 'en-GB' else 'id' end
					from generate_series(1, 30) i""");
		this.content.run(
				"insert into article (slug, title, status, published_at) values ('日本-café', '日本', 'PUBLISHED', now())");
		this.content.run("insert into article_category select id, 0, 1 from article");
		this.content.run("insert into article_tag select id, 0, 1 from article");
		this.content.run("insert into article_author select id, 0, 1 from article");
		this.content.changed();
	}

	@AfterEach
	void forget() {
		this.content.clear();
		this.content.changed();
	}

	private byte[] body(String path) {
		return Objects.requireNonNull(WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

	private static Schema schema(Source source) throws SAXException {
		SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
		return factory.newSchema(source);
	}

	private static Schema schema(String file) throws SAXException {
		return schema(new StreamSource(TestData.file("schema/" + file).toFile()));
	}

	private void assertValid(Schema schema, String path) {
		byte[] body = body(path);
		assertThatCode(() -> schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(body)))).as(path)
			.doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/category/nasional", "/tag/banjir", "/author/sri" })
	void feedsAreValid(String page) throws SAXException {
		assertValid(schema("rss-2_0.xsd"), page + "/feed.xml");
		assertValid(schema("atom.xsd"), page + "/atom.xml");
	}

	@Test
	void sitemapsAreValid() throws SAXException, IOException {
		StringBuilder wrapper = new StringBuilder("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">");
		SITEMAPS.forEach((namespace, file) -> wrapper.append("<xs:import namespace=\"%s\" schemaLocation=\"%s\"/>"
			.formatted(namespace, TestData.file("schema/" + file).toUri())));
		Schema schema = schema(new StreamSource(new StringReader(wrapper + "</xs:schema>")));
		for (String path : List.of("/sitemap-articles-1.xml", "/sitemap-pages-1.xml", "/news-sitemap.xml")) {
			assertValid(schema, path);
		}
	}

	@Test
	void jsonFeedsHaveWhatTheirSchemaKnowsAlone() throws IOException {
		Path file = TestData.file("schema/jsonfeed-1.1.schema.json");
		JsonNode schema = JsonMapper.shared().readTree(file.toFile());
		JsonNode feed = JsonMapper.shared().readTree(body("/feed.json"));
		assertKnown(feed, schema, schema);
		assertThat(feed.get("items")).isNotEmpty();
	}

	/** As far as names, types and what is required go. */
	private static void assertKnown(JsonNode json, JsonNode schema, JsonNode all) {
		JsonNode rule = schema.has("$ref") ? all.at(schema.get("$ref").asString().substring(1)) : schema;
		if (json.isObject()) {
			rule.path("required").forEach((name) -> assertThat(json.has(name.asString())).as(name.asString()).isTrue());
			json.properties()
				.stream()
				.filter((property) -> !SINCE_1_1.contains(property.getKey()))
				.forEach((property) -> {
					assertThat(rule.path("properties").has(property.getKey())).as(property.getKey()).isTrue();
					assertKnown(property.getValue(), rule.path("properties").get(property.getKey()), all);
				});
		}
		else if (json.isArray()) {
			json.forEach((item) -> assertKnown(item, rule.path("items"), all));
		}
		else {
			assertThat(json.isString()).isEqualTo(rule.path("type").asString("string").equals("string"));
		}
	}

}

package id.warta.seo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.importer.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, StatementCounter.class })
class SeoIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.content.run("update site set url = 'https://kabar.example', title = 'Kabar', tagline = 'Cepat'");
		this.content.run("""
				insert into social_profile (position, network, url) values
				    (0, 'x', 'https://x.com/kabar'), (1, 'facebook', 'https://facebook.com/kabar')""");
		this.content.run("insert into category (slug, name, description) values ('nasional', 'Nasional', 'Negeri')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'daerah', 'Daerah')");
		this.content.run("""
				insert into media (url, alt, mime_type, width, height, caption, credit, kind) values
				    ('/air.jpg', 'Air', 'image/jpeg', 1200, 800, 'Air naik', 'Wati', 'IMAGE'),
				    ('/suara.mp3', '', 'audio/mpeg', null, null, null, null, 'AUDIO')""");
		this.content.run("""
				insert into author (slug, name, job_title, biography, picture_id, url)
				values ('sri', 'Sri', 'Wartawan', 'Sri menulis', 1, 'https://sri.example')""");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir'), ('air', 'Air')");
		this.content.run("insert into page (slug, title, updated_at) values ('redaksi', 'Redaksi', '2025-08-03')");
		for (String slug : List.of("satu", "dua", "tiga", "empat")) {
			this.content.article(slug, "daerah");
		}
		this.content
			.run("""
					update article set excerpt = 'Ringkasan </script>', subtitle = 'Sub', lead_media_id = 1, word_count = 450,
					    reading_minutes = 3, updated_at = '2025-08-03T02:00:00.5Z' where id = 1""");
		this.content.run("insert into article_tag values (1, 0, 1), (1, 1, 2)");
		this.content.run("insert into article_author values (1, 0, 1)");
		this.content.changed();
	}

	@AfterEach
	void forget() {
		this.content.clear();
		this.content.changed();
	}

	private GraphQlTester.Response ask(String query) {
		return this.tester.document(query).execute();
	}

	@Test
	void anArticleTellsSearchEnginesAllTheyAsk() {
		ask("{ article(slug: \"satu\") { seo { title description canonicalUrl image jsonLd alternates { url } } } }")
			.path("article.seo")
			.matchesJsonStrictly(
					"""
							{"title": "Title of satu - Kabar", "description": "Ringkasan </script>",
							 "canonicalUrl": "https://kabar.example/satu", "image": "https://kabar.example/air.jpg", "alternates": [],
							 "jsonLd": {"@context": "https://schema.org", "@graph": [
							  {"@type": "NewsArticle", "@id": "https://kabar.example/satu#article", "url": "https://kabar.example/satu",
							   "mainEntityOfPage": {"@type": "WebPage", "@id": "https://kabar.example/satu"},
							   "headline": "Title of satu", "alternativeHeadline": "Sub", "description": "Ringkasan </script>",
							   "image": [{"@type": "ImageObject", "url": "https://kabar.example/air.jpg", "width": 1200, "height": 800,
							    "caption": "Air naik", "creditText": "Wati"}],
							   "datePublished": "2025-08-03T07:00:00+07:00", "dateModified": "2025-08-03T09:00:00+07:00",
							   "author": [{"@type": "Person", "name": "Sri", "url": "https://kabar.example/author/sri",
							    "jobTitle": "Wartawan"}],
							   "publisher": {"@type": "Organization", "@id": "https://kabar.example/#organization", "name": "Kabar",
							    "url": "https://kabar.example/", "sameAs": ["https://x.com/kabar", "https://facebook.com/kabar"]},
							   "articleSection": ["Nasional", "Daerah"], "keywords": ["Banjir", "Air"], "inLanguage": "id",
							   "wordCount": 450, "timeRequired": "PT3M", "isAccessibleForFree": true},
							  {"@type": "BreadcrumbList", "itemListElement": [
							   {"@type": "ListItem", "position": 1, "name": "Kabar", "item": "https://kabar.example/"},
							   {"@type": "ListItem", "position": 2, "name": "Nasional", "item": "https://kabar.example/category/nasional"},
							   {"@type": "ListItem", "position": 3, "name": "Daerah", "item": "https://kabar.example/category/daerah"},
							   {"@type": "ListItem", "position": 4, "name": "Title of satu", "item": "https://kabar.example/satu"}]}]}}""");
	}

	@Test
	void anArticleTellsNetworksWhatTheyShow() {
		ask("{ article(slug: \"satu\") { seo { openGraph { property content } } } }").path("article.seo.openGraph[*]")
			.entityList(Map.class)
			.satisfies((pairs) -> assertThat(pairs)
				.extracting((pair) -> pair.get("property") + " " + pair.get("content"))
				.containsExactly("og:type article", "og:title Title of satu", "og:description Ringkasan </script>",
						"og:url https://kabar.example/satu", "og:site_name Kabar", "og:locale id_ID",
						"og:image https://kabar.example/air.jpg", "og:image:type image/jpeg", "og:image:width 1200",
						"og:image:height 800", "og:image:alt Air", "article:published_time 2025-08-03T00:00:00Z",
						"article:modified_time 2025-08-03T02:00:00Z", "article:author https://kabar.example/author/sri",
						"article:section Daerah", "article:tag Banjir", "article:tag Air",
						"twitter:card summary_large_image", "twitter:site @kabar", "twitter:title Title of satu",
						"twitter:description Ringkasan </script>", "twitter:image https://kabar.example/air.jpg",
						"twitter:image:alt Air"));
	}

	@ParameterizedTest
	@CsvSource({ "NEWS, NewsArticle", "OPINION, OpinionNewsArticle", "ANALYSIS, AnalysisNewsArticle",
			"LIVE, NewsArticle", "SPONSORED, Article" })
	void eachTypeIsOneOfSchemaOrgs(String type, String expected) {
		this.content.run(
				"update article set type = :type, sponsor = case when :type = 'SPONSORED' then 'S' end where id = 1",
				Map.of("type", type));
		ask("{ article(slug: \"satu\") { seo { jsonLd } } }").path("article.seo.jsonLd['@graph'][0]['@type']")
			.entity(String.class)
			.isEqualTo(expected);
	}

	@Test
	void aLiveBlogTellsItsNewestEntries() {
		this.content.run("update article set type = 'LIVE' where id in (1, 2)");
		this.content.run("""
				insert into live_blog (article_id, started_at, ended_at) values
				    (1, '2025-08-03T01:00:00Z', null), (2, '2025-08-03T01:00:00Z', '2025-08-03T05:00:00Z')""");
		this.content
			.run("""
					insert into live_blog_entry (article_id, title, body, created_at)
					select 1, case when i = 25 then 'Puncak' end, '<p>Isi ' || i || '</p>', '2025-08-03T01:00:00Z'::timestamptz + i * interval '1 minute'
					from generate_series(1, 25) i""");
		this.content.run("update live_blog_entry set removed_at = now() where body = '<p>Isi 24</p>'");
		GraphQlTester.Response answer = ask("{ articles { nodes { slug seo { jsonLd } } } }");
		String graph = "articles.nodes[?(@.slug=='%s')].seo.jsonLd['@graph'][0]";
		answer.path(graph.formatted("satu") + "['@type']").entityList(String.class).containsExactly("LiveBlogPosting");
		answer.path(graph.formatted("satu") + ".coverageStartTime")
			.entityList(String.class)
			.containsExactly("2025-08-03T08:00:00+07:00");
		answer.path(graph.formatted("dua") + ".coverageEndTime")
			.entityList(String.class)
			.containsExactly("2025-08-03T12:00:00+07:00");
		answer.path(graph.formatted("satu") + ".liveBlogUpdate[*].headline")
			.entityList(String.class)
			.satisfies((headlines) -> assertThat(headlines).hasSize(20).startsWith("Puncak", "Isi 23", "Isi 22"));
		answer.path(graph.formatted("satu") + ".liveBlogUpdate[0].articleBody")
			.entityList(String.class)
			.containsExactly("Isi 25");
	}

	@Test
	void withoutASummaryTheTextBegins() {
		this.content.run("update article set plain_text = :text where id = 2",
				Map.of("text", "Air di sungai naik.\n" + "Warga mengungsi. ".repeat(30)));
		ask("{ articles { nodes { slug seo { description } } } }")
			.path("articles.nodes[?(@.slug=='dua')].seo.description")
			.entityList(String.class)
			.satisfies((texts) -> assertThat(texts.get(0)).startsWith("Air di sungai naik. Warga mengungsi.")
				.endsWith("…")
				.hasSizeLessThanOrEqualTo(160));
	}

	@Test
	void otherPagesTellWhatTheyAre() {
		String seo = "seo { title description canonicalUrl image openGraph { property } jsonLd alternates { url } }";
		GraphQlTester.Response answer = ask(
				"""
						{ site { %1$s } category(slug: "daerah") { %1$s } tag(slug: "banjir") { %1$s } author(slug: "sri") { %1$s }
						  page(slug: "redaksi") { %1$s } }"""
					.formatted(seo));
		answer.path("site.seo")
			.matchesJson(
					"""
							{"title": "Kabar - Cepat", "description": "Cepat", "canonicalUrl": "https://kabar.example/",
							 "jsonLd": {"@graph": [{"@type": "WebSite", "name": "Kabar", "publisher": {"@type": "Organization"}}]}}""");
		answer.path("category.seo").matchesJson("""
				{"title": "Daerah - Kabar", "canonicalUrl": "https://kabar.example/category/daerah",
				 "jsonLd": {"@graph": [{"@type": "CollectionPage"}, {"itemListElement": [{"name": "Kabar"},
				  {"name": "Nasional"}, {"name": "Daerah"}]}]}}""");
		answer.path("tag.seo")
			.matchesJson(
					"""
							{"title": "Banjir - Kabar", "image": null, "alternates": [],
							 "jsonLd": {"@graph": [{"@type": "CollectionPage", "inLanguage": "id-ID"}, {"@type": "BreadcrumbList"}]}}""");
		answer.path("author.seo").matchesJson("""
				{"description": "Sri menulis", "image": "https://kabar.example/air.jpg",
				 "jsonLd": {"@graph": [{"@type": "Person", "sameAs": "https://sri.example", "jobTitle": "Wartawan"},
				  {"@type": "BreadcrumbList"}]}}""");
		answer.path("page.seo").matchesJson("""
				{"title": "Redaksi - Kabar", "description": null,
				 "jsonLd": {"@graph": [{"@type": "WebPage", "dateModified": "2025-08-03T07:00:00+07:00"}, {}]}}""");
	}

	private void translate() {
		this.content.run("insert into translation_group default values");
		this.content.run("update article set translation_group_id = 1 where id < 4");
		this.content.run("update article set language = 'en' where id = 2");
		this.content.run("update article set language = 'jv' where id = 3");
	}

	@Test
	void translationsAreThoseThatReadersSee() {
		translate();
		ask("{ article(slug: \"dua\") { translations { slug language } } }").path("article.translations")
			.matchesJsonStrictly(
					"[{\"slug\": \"satu\", \"language\": \"id\"}, {\"slug\": \"tiga\", \"language\": \"jv\"}]");
		this.content.run("update article set embargo_until = now() + interval '1 day' where id = 3");
		ask("{ article(slug: \"dua\") { translations { slug } } }").path("article.translations[*].slug")
			.entityList(String.class)
			.containsExactly("satu");
	}

	@Test
	void alternatesNameAllLanguages() {
		translate();
		ask("{ article(slug: \"dua\") { seo { alternates { hreflang url } } } }").path("article.seo.alternates")
			.matchesJsonStrictly("""
					[{"hreflang": "en", "url": "https://kabar.example/dua"},
					 {"hreflang": "id", "url": "https://kabar.example/satu"},
					 {"hreflang": "jv", "url": "https://kabar.example/tiga"},
					 {"hreflang": "x-default", "url": "https://kabar.example/satu"}]""");
		this.content.run("update article set status = 'WITHDRAWN' where id = 1");
		ask("{ article(slug: \"tiga\") { seo { alternates { hreflang url } } } }").path("article.seo.alternates[2]")
			.matchesJson("{\"hreflang\": \"x-default\", \"url\": \"https://kabar.example/dua\"}");
	}

	@Test
	void manyArticlesCostAsManyStatementsAsOne() {
		translate();
		this.content.run("update article set type = 'LIVE'");
		this.content.run("insert into live_blog (article_id) select id from article");
		assertThat(statements("translations { slug }")).isEqualTo(2);
		assertThat(statements("seo { title }")).isEqualTo(3);
		assertThat(statements("seo { title jsonLd openGraph { content } alternates { url } } translations { title }"))
			.isEqualTo(7);
	}

	private int statements(String fields) {
		ask("{ articles { nodes { " + fields + " } } }");
		this.counter.reset();
		ask("{ articles { nodes { " + fields + " } } }");
		return this.counter.statements().size();
	}

	@Test
	void schemaOrgKnowsEveryTypeAndProperty() throws IOException {
		JsonNode known = JsonMapper.shared().readTree(TestData.file("schema/schemaorg-newsarticle-30.0.json").toFile());
		translate();
		this.content.run("update article set type = 'LIVE' where id = 2");
		this.content.run("update article set type = 'SPONSORED', sponsor = 'S' where id = 3");
		this.content.run("insert into live_blog (article_id, ended_at) values (2, now())");
		this.content.run("insert into live_blog_entry (article_id, body, updated_at) values (2, '<p>Isi</p>', now())");
		for (String field : List.of("site", "category(slug: \"daerah\")", "tag(slug: \"banjir\")",
				"author(slug: \"sri\")", "page(slug: \"redaksi\")", "article(slug: \"satu\")", "article(slug: \"dua\")",
				"article(slug: \"tiga\")")) {
			Map<?, ?> graph = ask("{ it: " + field + " { seo { jsonLd } } }").path("it.seo.jsonLd")
				.entity(Map.class)
				.get();
			assertKnown(JsonMapper.shared().valueToTree(graph).get("@graph"), known);
		}
	}

	private static void assertKnown(JsonNode json, JsonNode known) {
		if (json.isObject() && json.has("@type")) {
			String type = json.get("@type").asString();
			assertThat(known.get("types").has(type)).as(type).isTrue();
			List<String> properties = known.get("types")
				.get(type)
				.get("properties")
				.valueStream()
				.map(JsonNode::asString)
				.toList();
			json.propertyNames().stream().filter((name) -> !name.startsWith("@")).forEach((name) -> {
				assertThat(properties).as(type).contains(name);
				assertThat(known.get("properties").get(name).get("supersededBy")).as(name).isEmpty();
			});
		}
		json.forEach((child) -> assertKnown(child, known));
	}

}

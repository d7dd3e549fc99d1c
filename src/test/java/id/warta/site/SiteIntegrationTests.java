package id.warta.site;

import java.util.ArrayList;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import(TestContent.class)
class SiteIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'daerah', 'Daerah')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri')");
		this.content.run("insert into page (slug, title, body) values ('tentang', 'Tentang', '<p>Kami</p>')");
		this.content.run("insert into page (parent_id, slug, title) values (1, 'redaksi', 'Redaksi')");
		this.content.run("insert into page (slug, title, status) values ('rahasia', 'Rahasia', 'DRAFT')");
		for (String slug : List.of("satu", "dua", "tiga", "empat", "lima")) {
			this.content.article(slug, "daerah");
		}
		this.content.run("insert into article_slug_history values ('pertama', 1), ('hilang', 2)");
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'dua'");
		this.content.run("insert into article (slug, title) values ('konsep', 'Konsep')");
		this.content.changed();
	}

	@ParameterizedTest
	@CsvSource({ "/satu, FoundRoute, Article", "/satu/?utm=1, FoundRoute, Article", "/pertama, MovedRoute, Article",
			"/dua, GoneRoute,", "/hilang, GoneRoute,", "/konsep, NotFoundRoute,", "/rahasia, NotFoundRoute,",
			"/tentang, FoundRoute, Page", "/redaksi, FoundRoute, Page", "/tentang/redaksi, MovedRoute, Page",
			"/category/daerah, FoundRoute, Category", "/category/nasional/daerah, MovedRoute, Category",
			"/tag/banjir, FoundRoute, Tag", "/author/sri, FoundRoute, Author", "/author/siapa, NotFoundRoute,",
			"/a/b/c, NotFoundRoute,", "/, FoundRoute, Site" })
	void addressesLeadToWhatIsThere(String path, String route, String node) {
		GraphQlTester.Response response = this.tester
			.document(
					"""
							query ($path: String!) { route(path: $path) {
							  __typename ... on FoundRoute { node { __typename } } ... on MovedRoute { node { __typename } status to }
							} }""")
			.variable("path", path)
			.execute();
		response.path("route.__typename").entity(String.class).isEqualTo(route);
		if (node != null) {
			response.path("route.node.__typename").entity(String.class).isEqualTo(node);
		}
	}

	@Test
	void menusNestAndLeaveOutWhatReadersMayNotSee() {
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content
			.run("""
					insert into menu_item (menu_id, parent_id, position, label, category_id, page_id, article_id, url) values
					    (1, null, 2, null, 1, null, null, null), (1, null, 1, 'Beranda', null, null, null, '/'),
					    (1, 1, 1, 'Sekitar kita', 2, null, null, null), (1, null, 3, null, null, 3, null, null),
					    (1, null, 4, null, null, null, 2, null), (1, null, 5, null, null, null, 1, null)""");
		this.content.changed();
		this.tester.document("""
				{ menu(slug: "header") { items { label url target { __typename } items { label url } } } }""")
			.execute()
			.path("menu.items")
			.matchesJson("""
					[{"label": "Beranda", "url": "/", "target": null, "items": []},
					 {"label": "Nasional", "url": "/category/nasional", "target": {"__typename": "Category"},
					  "items": [{"label": "Sekitar kita", "url": "/category/daerah"}]},
					 {"label": "Title of satu", "url": "/satu", "target": {"__typename": "Article"}, "items": []}]""");
	}

	@ParameterizedTest
	@CsvSource({ "LATEST, 'lima,empat,tiga,satu'", "FEATURED, 'tiga'", "MOST_VIEWED, 'satu,tiga'" })
	void placementsFillUpBehindWhatIsPinned(String fill, String filled) {
		this.content.run("update article set featured = true where slug in ('dua', 'tiga')");
		this.content.run("insert into article_views values (1, 9), (2, 20), (3, 4)");
		this.content.run("insert into placement (slug, name, size, fill) values ('p', 'P', 4, '" + fill + "')");
		this.content.run("""
				insert into placement_pin (placement_id, article_id, position, starts_at, ends_at) values
				    (1, 4, 1, now() - interval '1 day', null), (1, 2, 0, now() - interval '1 day', null),
				    (1, 5, 2, now() - interval '2 days', now() - interval '1 day'),
				    (1, 1, 3, now() + interval '1 day', null)""");
		this.content.changed();
		List<String> expected = new ArrayList<>(List.of("empat"));
		List.of(filled.split(",")).stream().filter((slug) -> !slug.equals("empat")).forEach(expected::add);
		this.tester.document("{ placement(slug: \"p\") { articles { slug } } }")
			.execute()
			.path("placement.articles[*].slug")
			.entityList(String.class)
			.isEqualTo(expected);
	}

	@Test
	void settingsComeWithTheirProfiles() {
		this.content.run("update site set title = 'Kabar', time_zone = 'Asia/Makassar', url = 'https://kabar.example'");
		this.content.run("""
				insert into social_profile (profile_set, position, network, url) values
				    ('site', 1, 'x', 'https://x.com/kabar'), ('newsroom', 0, 'x', 'https://x.com/redaksi')""");
		this.content.changed();
		this.tester
			.document(
					"""
							{ site { title timeZone locale socialProfiles { url } newsroom: socialProfiles(set: "newsroom") { url } }
							  article(slug: "satu") { canonicalUrl publishedAtText(style: FULL_TIME) }
							  page(slug: "redaksi") { parent { slug body } canonicalUrl } }""")
			.execute()
			.path("")
			.matchesJson("""
					{"site": {"title": "Kabar", "timeZone": "Asia/Makassar", "locale": "id-ID",
					  "socialProfiles": [{"url": "https://x.com/redaksi"}, {"url": "https://x.com/kabar"}],
					  "newsroom": [{"url": "https://x.com/redaksi"}]},
					 "article": {"canonicalUrl": "https://kabar.example/satu",
					  "publishedAtText": "Minggu, 3 Agustus 2025 pukul 08.00 WITA"},
					 "page": {"parent": {"slug": "tentang", "body": "<p>Kami</p>"},
					  "canonicalUrl": "https://kabar.example/redaksi"}}""");
	}

	@Test
	void datesAreInAnyTimeZone() {
		this.content.run("update article set reading_minutes = 3 where slug = 'satu'");
		this.tester.document("""
				{ article(slug: "satu") {
				  publishedAtText(timeZone: "Asia/Jayapura", style: FULL_TIME)
				  updated: updatedAtText(timeZone: "Europe/Amsterdam", locale: "en-GB")
				  readingTimeText english: readingTimeText(locale: "en") }
				  none: article(slug: "tiga") { readingTimeText } }""").execute().path("").matchesJson("""
				{"article": {"publishedAtText": "Minggu, 3 Agustus 2025 pukul 09.00 WIT",
				  "readingTimeText": "3 menit baca", "english": "3 min read"}, "none": {"readingTimeText": null}}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "asia/jakarta", "+07:00", "Bulan/Laut" })
	void whatIsNoTimeZoneIsRefused(String zone) {
		this.tester.document("query ($zone: String) { article(slug: \"satu\") { publishedAtText(timeZone: $zone) } }")
			.variable("zone", zone)
			.execute()
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")
					.containsEntry("argument", "timeZone")));
	}

}

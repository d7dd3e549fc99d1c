package id.warta.route;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Addresses as a WordPress site had them.
 */
@IntegrationTest
@Import(TestContent.class)
class OldAddressesIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'N')");
		this.content.run("insert into category (slug, name, parent_id) values ('daerah', 'D', 1)");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B')");
		this.content.run("insert into author (slug, name) values ('sri', 'S')");
		this.content.run("insert into page (slug, title) values ('redaksi', 'R')");
		this.content.article("satu", "daerah");
		this.content.article("dua");
		this.content.article("tiga");
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'dua'");
		this.content.run(
				"update article set embargo_until = now() + interval '1 day', first_published_at = null where slug = 'tiga'");
		this.content.run("insert into article_slug_history values ('pertama', 1)");
		this.content
			.run("""
					insert into imported (source, kind, source_id, target_id, fingerprint) values
					    ('https://lama.example', 'article', '123', 1, ''), ('https://lama.example', 'article', '124', 2, ''),
					    ('https://lama.example', 'article', '125', 3, ''), ('https://lama.example', 'page', '7', 1, ''),
					    ('https://lama.example', 'category', '#5', 2, ''), ('https://lama.example', 'article', '9', 99, '')""");
		this.content.changed();
	}

	private GraphQlTester.Response route(String path) {
		return this.tester.document("""
				query ($path: String!) { route(path: $path) { __typename ... on FoundRoute { node { __typename } }
				  ... on MovedRoute { to status } ... on RedirectRoute { to status } ... on GoneRoute { path } } }""")
			.variable("path", path)
			.execute();
	}

	@ParameterizedTest
	@CsvSource({ "/?p=123, /satu", "/?p=123&preview=true, /satu", "/index.php?p=123, /satu", "/archives/123, /satu",
			"/?page_id=7, /redaksi", "/?p=7, /redaksi", "/?cat=5, /category/daerah", "/?tag=banjir, /tag/banjir",
			"/?author_name=sri, /author/sri", "/?category_name=nasional, /category/nasional",
			"/2025/03/28/satu/, /satu", "/2025/03/satu, /satu", "/2025/03/28/pertama/?utm=x, /satu",
			"/index.php/2025/03/28/satu/, /satu", "/category/nasional/daerah/, /category/daerah",
			"/category/daerah/page/2/, /category/daerah", "/category/nasional/daerah/page/12, /category/daerah",
			"/tag/banjir/page/3/, /tag/banjir", "/author/sri/page/2, /author/sri", "/page/2/, /" })
	void leadToWhatTheyMean(String path, String to) {
		route(path).path("route")
			.matchesJsonStrictly("{\"__typename\": \"MovedRoute\", \"to\": \"%s\", \"status\": 301}".formatted(to));
	}

	@ParameterizedTest
	@CsvSource({ "/feed/, /feed.xml", "/feed/atom, /atom.xml", "/?feed=rss2, /feed.xml", "/?feed=json, /feed.json",
			"/category/nasional/daerah/feed/, /category/daerah/feed.xml",
			"/tag/banjir/feed/rss2/, /tag/banjir/feed.xml", "/author/sri/feed/atom/, /author/sri/atom.xml" })
	void ofFeedsLeadToFeeds(String path, String to) {
		route(path).path("route")
			.matchesJsonStrictly("{\"__typename\": \"RedirectRoute\", \"to\": \"%s\", \"status\": 301}".formatted(to));
	}

	@ParameterizedTest
	@CsvSource({ "/?p=124, '/'", "/2025/03/28/dua/, /2025/03/28/dua", "/archives/124, /archives/124" })
	void ofWhatWasWithdrawnAreGone(String path, String gone) {
		route(path).path("route")
			.matchesJsonStrictly("{\"__typename\": \"GoneRoute\", \"path\": \"%s\"}".formatted(gone));
	}

	@ParameterizedTest
	@CsvSource({ "/2025/03/28/tiga/", "/2025/03/28/", "/2025/13x/satu", "/archives/125", "/archives/9", "/satu/feed/",
			"/redaksi/feed", "/feed/lain", "/2025/03/28/redaksi-lama", "/page/0", "/category/x/page/2",
			"/category/x/feed", "/page/2/feed/x" })
	void thatMeanNothingAreNothing(String path) {
		route(path).path("route.__typename").entity(String.class).isEqualTo("NotFoundRoute");
	}

	@ParameterizedTest
	@CsvSource({ "/?p=125", "/?p=9", "/?p=999", "/?p=abc", "/?p=", "/?utm=x", "/?cat=6", "/?feed=x", "/?%zz=%zz&p=%",
			"/?p=123456789012345678901" })
	void ofNothingInAQueryLeadHome(String path) {
		route(path).path("route")
			.matchesJsonStrictly("{\"__typename\": \"FoundRoute\", \"node\": {\"__typename\": \"Site\"}}");
	}

	@Test
	void giveWayToEditorsRedirects() {
		this.content.run(
				"insert into redirect (path, target, target_path) values ('/2025/03/28/satu', '/redaksi', '/redaksi')");
		route("/2025/03/28/satu/").path("route.to").entity(String.class).isEqualTo("/redaksi");
	}

}

package id.warta.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.importer.file.UnreadableFileException;
import id.warta.importer.store.Kind;
import id.warta.importer.store.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Real exports, where they are at hand: the counts were taken by other means.
 */
@IntegrationTest
@Import({ TestContent.class, ImportedContent.class })
class RealExportsIntegrationTests {

	@Autowired
	private WordPressImport wordPress;

	@Autowired
	private ImportedContent content;

	@Autowired
	private TestContent test;

	@Autowired
	private ExecutionGraphQlService service;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void theThemeTestImportsWithAllItsCounts() {
		ImportReport report = run("wxr/themeunittestdata.wordpress.xml");
		assertNew(report, Map.of(Kind.CATEGORY, 68, Kind.MEDIA, 37, Kind.ARTICLE, 58, Kind.PAGE, 21, Kind.MENU, 6,
				Kind.MENU_ITEM, 70, Kind.COMMENT, 24));
		assertThat(report.leftOut()).isEmpty();
		assertThat(report.leftOutInNumbers()).containsOnly(Map.entry("comment of the type trackback", 2),
				Map.entry("comment of the type pingback", 2), Map.entry("comment on a page: pages have none here", 5),
				Map.entry("mention of the taxonomy post_format", 13));
		assertThat(this.content.rows("select status, count(*) from article group by 1 order by 1"))
			.containsExactly("DRAFT|2", "PUBLISHED|55", "SCHEDULED|1");
		assertThat(this.content.rows("select count(*) from category where parent_id is not null"))
			.containsExactly("10");
		assertThat(this.content.rows("select status, count(*) from comment group by 1 order by 1"))
			.containsExactly("APPROVED|23", "PENDING|1");
		assertThat(this.content.one("select max(depth) from comment")).isEqualTo("9");
		assertThat(this.content.rows("select slug, published_at from article where status = 'SCHEDULED'"))
			.containsExactly("scheduled|2030-01-01T19:00:18+00:00");
		assertThat(this.content.rows("select slug from article where featured")).containsExactly("template-sticky");
		assertThat(this.content.one("select count(*) from article where title = ''")).isEqualTo("0");
	}

	@Test
	void theThemeTestsArticlesComeBackThroughTheApi() {
		run("wxr/themeunittestdata.wordpress.xml");
		article("template-paginated").path("article.body")
			.entity(String.class)
			.satisfies((body) -> assertThat(body.split("<hr class=\"page-break\">")).hasSize(3));
		article("post-format-gallery").path("article.body")
			.entity(String.class)
			.satisfies((body) -> assertThat(body).contains("class=\"gallery columns-9\"").doesNotContain("[gallery"));
		article("template-more-tag").path("article")
			.entity(Map.class)
			.satisfies((article) -> assertThat(String.valueOf(article.get("body"))).startsWith("<p>")
				.contains(String.valueOf(article.get("plainText")).lines().toList().get(2))
				.doesNotContain("<!--"));
		article("post-format-standard").path("article.body")
			.entity(String.class)
			.satisfies((body) -> assertThat(body).contains("[simple boat]"));
		article("template-comments").path("article.comments.nodes[*].replyCount")
			.entityList(Integer.class)
			.satisfies((counts) -> assertThat(counts).contains(1));
		article("template-password-protected").path("article").valueIsNull();
		article("draft").path("article").valueIsNull();
		article("scheduled").path("article").valueIsNull();
	}

	@Test
	void theIndonesianPortalImportsWithAllItsCounts() {
		ImportReport report = run("wxr/newkarma-demo.xml");
		assertNew(report, Map.of(Kind.AUTHOR, 1, Kind.CATEGORY, 6, Kind.MEDIA, 11, Kind.ARTICLE, 11, Kind.PAGE, 2,
				Kind.MENU, 3, Kind.MENU_ITEM, 21));
		assertThat(report.leftOut()).singleElement().asString().startsWith("post 1 ").endsWith(": in the trash");
		assertThat(report.leftOutInNumbers()).containsEntry("comment on an item in the trash", 1);
		assertThat(this.content.one("select count(*) from article where lead_media_id is not null")).isEqualTo("11");
		article("ini-dia-hubungan-partai-garuda-dengan-gerindra").path("article.title")
			.entity(String.class)
			.isEqualTo("Ini Dia Hubungan Partai Garuda dengan Gerindra")
			.path("article.primaryCategory.slug")
			.entity(String.class)
			.isEqualTo("berita");
	}

	@ParameterizedTest
	@CsvSource({ "themeunittestdata.wordpress.xml", "newkarma-demo.xml", "wordpress-importer/small-export.xml",
			"wordpress-importer/wxr-utf-8-challenges.xml" })
	void aSecondRunChangesNothing(String name) {
		run("wxr/" + name);
		Map<String, String> before = this.content.state();
		assertThat(run("wxr/" + name).tally().written()).isZero();
		assertThat(this.content.state()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "crazy-cdata-escaped, 0, 0, 1, 0, 0", "missing-version-tag, 21, 32, 0, 0, 0",
			"small-export, 30, 3, 6, 5, 1", "term-formats, 2, 4, 0, 0, 0", "valid-wxr-1.0, 5, 4, 3, 3, 1",
			"valid-wxr-1.1, 1, 2, 1, 1, 1", "wxr-utf-8-challenges, 1, 0, 1, 0, 0" })
	void theImportersOwnTestsImport(String name, int categories, int tags, int articles, int pages, int comments) {
		ImportReport report = run("wxr/wordpress-importer/" + name + ".xml");
		assertNew(report, Map.of(Kind.CATEGORY, categories, Kind.TAG, tags, Kind.ARTICLE, articles, Kind.PAGE, pages,
				Kind.COMMENT, comments));
		assertThat(report.leftOut()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "crazy-cdata, 18", "malformed, 90" })
	void whatIsNotWellFormedIsRefused(String name, int line) {
		Path file = TestData.file("wxr/wordpress-importer/" + name + ".xml");
		Map<String, String> before = this.content.state();
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> run(file))
			.withMessageMatching("\\Q" + file + "\\E:" + line + ":\\d+: not well-formed: [^\\n]+");
		assertThat(this.content.state()).isEqualTo(before);
	}

	@Test
	void nestedCdataIsTextAndPrivateOnesAreDrafts() {
		run("wxr/wordpress-importer/crazy-cdata-escaped.xml");
		assertThat(this.content.rows("select plain_text from article")).containsExactly("Content with nested tags :)");
		run("wxr/wordpress-importer/small-export.xml");
		assertThat(this.content.rows("select slug, status, published_at from article where slug = 'private-post'"))
			.containsExactly("private-post|DRAFT|2011-01-18T07:47:19+00:00");
		assertThat(this.content.rows("""
				select c.slug, c.status, p.slug as parent from page c left join page p on p.id = c.parent_id
				where c.slug in ('child-page', 'draft-page') order by 1"""))
			.containsExactly("child-page|PUBLISHED|parent-page", "draft-page|DRAFT");
	}

	@Test
	void emojiAndInvisibleLettersComeBackThroughTheApi() {
		run("wxr/wordpress-importer/wxr-utf-8-challenges.xml");
		String slug = this.content.one("select slug from article");
		assertThat(slug).isEqualTo("hello-world-utf8-💫-test");
		GraphQlTester.Response response = article(slug);
		response.path("article.title")
			.entity(String.class)
			.satisfies((title) -> assertThat(title).contains("\u202ENot\u202C").contains("🌲"));
		response.path("article.body")
			.entity(String.class)
			.satisfies((body) -> assertThat(body).contains("🚀🌟💫")
				.contains("\u200C\u200B\u200D\u200E")
				.contains("𝟙𝟘𝟡"));
		response.path("article.excerpt")
			.entity(String.class)
			.satisfies((excerpt) -> assertThat(excerpt).contains("🚀🌟"));
	}

	private static void assertNew(ImportReport report, Map<Kind, Integer> counts) {
		counts.forEach(
				(kind, count) -> assertThat(report.tally().count(kind, Outcome.NEW)).as(kind.label()).isEqualTo(count));
	}

	private GraphQlTester.Response article(String slug) {
		this.test.changed();
		return ExecutionGraphQlServiceTester.create(this.service).document("""
				query ($slug: String!) { article(slug: $slug) {
				  title excerpt body plainText primaryCategory { slug } comments(first: 50) { nodes { replyCount } }
				} }""").variable("slug", slug).execute();
	}

	private ImportReport run(String name) {
		return run(TestData.file(name));
	}

	private ImportReport run(Path file) {
		return this.wordPress.whole(file, (bytes) -> {
		}).blockOptional().orElseThrow();
	}

}

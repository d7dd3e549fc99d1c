package id.warta.article;

import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.platform.NodeId;
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

@IntegrationTest
@Import({ TestContent.class, StatementCounter.class })
class ArticleReadingIntegrationTests {

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
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional'), ('bisnis', 'Bisnis')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'daerah', 'Daerah')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri'), ('budi', 'Budi')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir'), ('beras', 'Beras')");
		this.content.article("satu", "nasional");
		this.content.article("dua", "bisnis", "daerah");
		this.content.article("tiga", "daerah");
		this.content.article("empat", "bisnis");
		this.content.changed();
	}

	@Test
	void anArticleBringsWhatBelongsToIt() {
		this.content.run("""
				update article set subtitle = 'Sub', body = '<p>Isi</p>', plain_text = 'Isi', word_count = 1,
				    reading_minutes = 1, type = 'SPONSORED', sponsor = 'Koperasi' where slug = 'dua'""");
		this.content.run("insert into article_author values (2, 0, 2, 'WRITER'), (2, 1, 1, 'PHOTOGRAPHER')");
		this.content.run("insert into article_tag values (2, 1, 1), (2, 0, 2)");
		this.content.run("insert into article_correction (article_id, note) values (2, 'Nama diperbaiki')");
		this.content.run("insert into media (url, alt, caption) values ('/a.svg', 'A', 'Umum'), ('/b.svg', 'B', null)");
		this.content.run("update article set lead_media_id = 1, lead_caption = 'Khusus' where slug = 'dua'");
		this.content.run("insert into article_media values (2, 0, 2, null), (2, 1, 1, null)");
		this.tester.document("""
				{ article(slug: "dua") { title subtitle body plainText type sponsor wordCount corrections { note }
				  authors { name } contributions { role author { slug } } tags { slug }
				  primaryCategory { slug } categories { path { slug } }
				  leadMedia { caption media { url alt } } media { caption media { url } } } }""")
			.execute()
			.path("article")
			.matchesJsonStrictly(
					"""
							{"title": "Title of dua", "subtitle": "Sub", "body": "<p>Isi</p>", "plainText": "Isi",
							 "type": "SPONSORED", "sponsor": "Koperasi", "wordCount": 1,
							 "corrections": [{"note": "Nama diperbaiki"}], "authors": [{"name": "Budi"}],
							 "contributions": [{"role": "WRITER", "author": {"slug": "budi"}},
							  {"role": "PHOTOGRAPHER", "author": {"slug": "sri"}}],
							 "tags": [{"slug": "beras"}, {"slug": "banjir"}], "primaryCategory": {"slug": "bisnis"},
							 "categories": [{"path": [{"slug": "bisnis"}]}, {"path": [{"slug": "nasional"}, {"slug": "daerah"}]}],
							 "leadMedia": {"caption": "Khusus", "media": {"url": "/a.svg", "alt": "A"}},
							 "media": [{"caption": null, "media": {"url": "/b.svg"}},
							  {"caption": "Umum", "media": {"url": "/a.svg"}}]}""");
	}

	@Test
	void whatIsNotSelectedIsNotRead() {
		this.counter.reset();
		this.tester.document("{ articles { nodes { title excerpt } } }").execute();
		assertThat(this.counter.statements()).singleElement()
			.asString()
			.doesNotContain("a.body", "plain_text", "article_correction");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "satu, SITE, -, dua", "dua, SITE, satu, tiga", "empat, SITE, tiga, -",
			"satu, CATEGORY, -, dua", "dua, CATEGORY, -, empat", "tiga, CATEGORY, dua, -" })
	void neighboursAreThoseJustBeforeAndAfter(String slug, String scope, String previous, String next) {
		GraphQlTester.Response response = this.tester.document("""
				query ($slug: String!, $within: NeighbourScope!) { article(slug: $slug) {
				  previous(within: $within) { slug } next(within: $within) { slug } } }""")
			.variable("slug", slug)
			.variable("within", scope)
			.execute();
		if (previous != null) {
			response.path("article.previous.slug").entity(String.class).isEqualTo(previous);
		}
		else {
			response.path("article.previous").valueIsNull();
		}
		if (next != null) {
			response.path("article.next.slug").entity(String.class).isEqualTo(next);
		}
		else {
			response.path("article.next").valueIsNull();
		}
	}

	@Test
	void relatedOnesShareMostThenAreNewest() {
		this.content.run("insert into article_tag values (1, 0, 1), (1, 1, 2), (3, 0, 1), (3, 1, 2), (2, 0, 1)");
		this.tester.document("""
				{ satu: article(slug: "satu") { related { slug } } empat: article(slug: "empat") { related { slug } }
				  tiga: article(slug: "tiga") { related(first: 1) { slug } } }""").execute().path("").matchesJson("""
				{"satu": {"related": [{"slug": "tiga"}, {"slug": "dua"}]}, "empat": {"related": [{"slug": "dua"}]},
				 "tiga": {"related": [{"slug": "satu"}]}}""");
	}

	@Test
	void theArchiveCountsInTheSitesTimeZone() {
		this.content.run("update article set published_at = '2025-08-31T16:59:59Z' where slug = 'tiga'");
		this.content.run("update article set published_at = '2025-08-31T17:00:00Z' where slug = 'empat'");
		this.tester
			.document(
					"""
							{ archive { date count startsAt endsAt } days: archive(by: DAY, from: "2025-08-31", to: "2025-09-01") {
							  date count } nasional: archive(category: "nasional") { date count } none: archive(category: "-") { date }
							}""")
			.execute()
			.path("")
			.matchesJson(
					"""
							{"archive": [
							  {"date": "2025-09-01", "count": 1, "startsAt": "2025-08-31T17:00:00.000Z", "endsAt": "2025-09-30T17:00:00.000Z"},
							  {"date": "2025-08-01", "count": 3, "startsAt": "2025-07-31T17:00:00.000Z", "endsAt": "2025-08-31T17:00:00.000Z"}],
							 "days": [{"date": "2025-08-31", "count": 1}], "nasional": [{"date": "2025-08-01", "count": 3}],
							 "none": []}""");
	}

	@Test
	void articlesOfManyListsCostOneStatement() {
		this.counter.reset();
		this.tester.document("""
				{ categories { slug articles(first: 2) { nodes { slug } } children { slug } }
				  authors { nodes { articles { nodes { slug } } } } tags { nodes { articles { nodes { slug } } } } }""")
			.execute()
			.path("categories[?(@.slug == 'nasional')].articles.nodes[*].slug")
			.entityList(String.class)
			.isEqualTo(List.of("tiga", "dua"));
		assertThat(this.counter.statements()).as("one for each kind of list").hasSize(3);
	}

	@Test
	void countsOfManyListsCostOneStatement() {
		this.counter.reset();
		this.tester.document("{ categories { slug articleCount } tags { nodes { articleCount } } }")
			.execute()
			.path("categories")
			.matchesJson("""
					[{"slug": "bisnis", "articleCount": 2}, {"slug": "nasional", "articleCount": 3}]""");
		assertThat(this.counter.statements()).hasSize(2);
	}

	@Test
	void neighboursAndRelatedOnesOfManyCostOneStatementEach() {
		this.counter.reset();
		this.tester.document("""
				{ articles { nodes { previous { slug } next { slug } within: next(within: CATEGORY) { slug }
				  related { slug } leadMedia { caption } } } }""").execute().path("articles.nodes").hasValue();
		assertThat(this.counter.statements()).as("articles, neighbours, related ones").hasSize(3);
	}

	@Test
	void whatReadersMayNotSeeIsNowhere() {
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'satu'");
		this.content.run("update article set embargo_until = now() + interval '1 hour' where slug = 'dua'");
		this.content.run("update article set status = 'DRAFT' where slug = 'tiga'");
		this.content.run("insert into article_tag select id, 0, 1 from article");
		this.content.run("insert into article_author select id, 0, 1 from article");
		Map<String, Object> ids = Map.of("ids",
				List.of(1, 2, 3).stream().map((id) -> new NodeId("Article", id).toString()).toList());
		this.tester
			.document(
					"""
							query ($ids: [ID!]!) {
							  articles { totalCount nodes { slug } } tag(slug: "banjir") { articleCount articles { nodes { slug } } }
							  author(slug: "sri") { articles { totalCount nodes { slug } } }
							  category(slug: "nasional") { articleCount articles { nodes { slug } } }
							  a: article(slug: "satu") { slug } b: article(slug: "dua") { slug } c: article(slug: "tiga") { slug }
							  empat: article(slug: "empat") { previous { slug } related { slug } }
							  archive { count } nodes(ids: $ids) { id } }""")
			.variable("ids", ids.get("ids"))
			.execute()
			.path("")
			.matchesJson(
					"""
							{"articles": {"totalCount": 1, "nodes": [{"slug": "empat"}]},
							 "tag": {"articleCount": 1, "articles": {"nodes": [{"slug": "empat"}]}},
							 "author": {"articles": {"totalCount": 1, "nodes": [{"slug": "empat"}]}},
							 "category": {"articleCount": 0, "articles": {"nodes": []}}, "a": null, "b": null, "c": null,
							 "empat": {"previous": null, "related": []}, "archive": [{"count": 1}], "nodes": [null, null, null]}""");
	}

}

package id.warta.comment.moderation;

import java.util.ArrayList;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.comment.CommentStatus;
import id.warta.comment.TestComments;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, StatementCounter.class })
class ModerationQueueIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private StatementCounter counter;

	private TestComments comments;

	private Viewer moderator;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.article("dua");
		this.content.changed();
		this.comments = new TestComments(this.content);
		this.moderator = this.staff.viewer(Role.MODERATOR);
		this.comments.comment(null, CommentStatus.APPROVED);
		this.comments.set(1, "author_email = 'Budi@Warta.example', author_address = '203.0.113.7', report_count = 2");
		this.comments.comment(1L, CommentStatus.PENDING);
		this.comments.set(2, "author_email = 'budi@warta.example', held_for = '{LINKS,SPAM}', body = 'Obat MURAH'");
		this.comments.comment(null, CommentStatus.SPAM);
		this.comments.set(3, "author_address = '2001:db8::7', author_name = 'Sri', by_staff = true");
		this.comments.comment(null, CommentStatus.DELETED);
		this.comments.set(4, "article_id = 2, body = ''");
		this.content.run("update comment set created_at = timestamptz '2026-01-01T00:00:00Z' + id * interval '1 hour'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{} | 1 2 3 4", "{status: [PENDING, SPAM]} | 2 3", "{status: []} | none",
					"{articleId: \"QXJ0aWNsZToy\"} | 4", "{email: \"BUDI@warta.example\"} | 1 2",
					"{network: \"203.0.113.0/24\"} | 1", "{network: \"203.0.113.8\"} | none",
					"{network: \"2001:db8::/32\"} | 3", "{network: \"::/0\"} | 3", "{heldFor: [SPAM, ALL]} | 2",
					"{reported: true} | 1", "{reported: false} | 2 3 4", "{text: \"murah\"} | 2", "{text: \"SRI\"} | 3",
					"{text: \"%\"} | none", "{staff: true} | 3",
					"{createdAt: {gte: \"2026-01-01T02:00:00Z\", lt: \"2026-01-01T04:00:00Z\"}} | 2 3",
					"{status: [APPROVED], email: \"budi@warta.example\", reported: true} | 1" })
	void conditionsChooseAmongAllOfTheSite(String where, String expected) {
		GraphQlTester.Response answer = ask(
				"moderatedComments(where: %s, orderBy: OLDEST) { totalCount nodes { id } }".formatted(where));
		List<String> found = answer.path("moderatedComments.nodes[*].id").entityList(String.class).get();
		List<String> ids = expected.equals("none") ? List.of()
				: List.of(expected.split(" ")).stream().map((id) -> TestComments.id(Long.parseLong(id))).toList();
		assertThat(found).isEqualTo(ids);
		answer.path("moderatedComments.totalCount").entity(Integer.class).isEqualTo(ids.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "network: \"10.0.0.1/33\"", "network: \"x\"", "articleId: \"Q29tbWVudDox\"" })
	void whatCanNotBeLookedForIsRefused(String condition) {
		assertThat(codes("moderatedComments(where: {%s}) { nodes { id } }".formatted(condition)))
			.containsAnyOf("BAD_ARGUMENT", "BAD_ID");
	}

	@Test
	void tooLongTextsAreRefused() {
		assertThat(codes("moderatedComments(where: {text: \"%s\"}) { nodes { id } }".formatted("x".repeat(101))))
			.contains("BAD_ARGUMENT");
	}

	private String codes(String field) {
		List<String> codes = new ArrayList<>();
		ask(field).errors()
			.satisfy((errors) -> errors
				.forEach((error) -> codes.add(String.valueOf(error.getExtensions().get("code")))));
		return String.join(" ", codes);
	}

	@ParameterizedTest
	@CsvSource({ "OLDEST, first, after, Next, end", "NEWEST, first, after, Next, end",
			"NEWEST, last, before, Previous, start" })
	void goingThroughThePagesGivesEachOnce(String order, String size, String bound, String side, String end) {
		this.content.run("update comment set created_at = '2026-01-01T00:00:00Z' where id > 2");
		List<String> seen = new ArrayList<>();
		String cursor = "null";
		boolean more = true;
		while (more) {
			GraphQlTester.Response page = ask(
					"moderatedComments(orderBy: %s, %s: 1, %s: %s) { nodes { id } pageInfo { more: has%sPage cursor: %sCursor } }"
						.formatted(order, size, bound, cursor, side, end));
			seen.addAll(page.path("moderatedComments.nodes[*].id").entityList(String.class).get());
			more = page.path("moderatedComments.pageInfo.more").entity(Boolean.class).get();
			cursor = '"' + page.path("moderatedComments.pageInfo.cursor").entity(String.class).get() + '"';
		}
		assertThat(seen).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	void moderatorsSeeWhatReadersDoNot() {
		this.content.run("""
				insert into comment_report (comment_id, visitor, reason, note, reported_at, reviewed) values
				    (1, 'a', 'ABUSE', 'Kasar', '2026-01-02T00:00:00Z', false),
				    (1, 'b', 'ABUSE', null, '2026-01-01T00:00:00Z', true)""");
		ask("""
				moderatedComment(id: "%s") { status heldFor authorName email address body articleId articleTitle parentId
				  reportCount reportCounts { reason count open } reports { reason note reviewed } approvedBefore
				  article { slug } comment { authorName } }"""
			.formatted(TestComments.id(1))).path("moderatedComment").matchesJson("""
					{"status": "APPROVED", "heldFor": [], "authorName": "Budi", "email": "Budi@Warta.example",
					 "address": "203.0.113.7", "body": "<p>Isi</p>", "articleId": "QXJ0aWNsZTox",
					 "articleTitle": "Title of satu", "parentId": null, "reportCount": 2,
					 "reportCounts": [{"reason": "ABUSE", "count": 2, "open": 1}],
					 "reports": [{"reason": "ABUSE", "note": "Kasar", "reviewed": false},
					             {"reason": "ABUSE", "note": null, "reviewed": true}],
					 "approvedBefore": 1, "article": {"slug": "satu"}, "comment": {"authorName": "Budi"}}""");
		this.content.run("update article set status = 'WITHDRAWN'");
		ask("moderatedComment(id: \"%s\") { articleTitle article { slug } comment { id } }"
			.formatted(TestComments.id(1))).path("moderatedComment").matchesJson("""
					{"articleTitle": "Title of satu", "article": null, "comment": null}""");
		ask("moderatedComment(id: \"%s\") { id }".formatted(TestComments.id(99))).path("moderatedComment")
			.valueIsNull();
	}

	@Test
	void aPageCostsOneStatementAndOneForEachRelation() {
		this.content.run("""
				insert into comment (article_id, status, author_name, author_email, body)
				select 1 + i % 2, 'APPROVED', 'A', i % 5 || '@warta.example', 'B' from generate_series(1, 40) i""");
		ask("moderatedComments(first: 1) { nodes { comment { avatarHash } } }");
		this.counter.reset();
		ask("""
				moderatedComments(first: 30) { totalCount nodes { body article { slug } comment { body } approvedBefore
				  reports { note } reportCounts { count } } }""").path("moderatedComments.nodes")
			.entityList(Object.class)
			.hasSize(30);
		assertThat(this.counter.statements())
			.as("page, total, articles, comments, approved ones, reports, their numbers")
			.hasSize(7);
	}

	@Test
	void readersSeeNothingOfIt() {
		for (String field : List.of("moderatedComments { nodes { email } }",
				"moderatedComment(id: \"%s\") { email }".formatted(TestComments.id(1)),
				"commentBans { nodes { email } }", "commentSettings { blockedWords }")) {
			this.staff.read("{ " + field + " }")
				.errors()
				.satisfy((errors) -> assertThat(errors).extracting((error) -> error.getExtensions().get("code"))
					.containsExactly("UNAUTHENTICATED"));
		}
	}

	private GraphQlTester.Response ask(String field) {
		return this.staff.as(this.moderator).document("{ " + field + " }").execute();
	}

}

package id.warta.comment.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.comment.CommentStatus;
import id.warta.comment.TestComments;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class PrivacyIntegrationTests {

	private static final String TRACES = """
			select count(*) from comment where author_email is not null or author_url is not null
			    or author_address is not null or user_agent is not null or duplicate_key is not null
			    or idempotency_key is not null or author_name = 'Budi'""";

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	@Autowired
	private AddressForgetting forgetting;

	private TestComments comments;

	private Viewer admin;

	private long head;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.changed();
		this.comments = new TestComments(this.content);
		this.admin = this.staff.viewer(Role.ADMIN);
		this.comments.comment(null, CommentStatus.APPROVED);
		this.comments.comment(1L, CommentStatus.APPROVED);
		this.comments.comment(null, CommentStatus.SPAM);
		this.content.run("""
				update comment set author_email = 'Budi@warta.example', author_url = 'https://budi.example',
				    author_address = '203.0.113.7', user_agent = 'Peramban', duplicate_key = id::text::bytea,
				    idempotency_key = id::text, source = 'Isi'
				where id <> 2""");
		this.comments.set(2, "author_name = 'Sri', author_email = 'sri@warta.example'");
		this.content.run("insert into comment_ban (email, reason) values ('budi@warta.example', 'Iklan')");
		this.head = this.comments.head();
	}

	@Test
	@SuppressWarnings("unchecked")
	void allThatIsKeptIsTold() {
		TestMutations.Answer answer = this.mutations.send(this.admin, "exportCommenter",
				Map.of("email", " BUDI@warta.example"), "data complete");
		Map<String, Object> data = (Map<String, Object>) answer.field("data");
		assertThat(answer.field("complete")).isEqualTo(true);
		assertThat(String.valueOf(data.get("comments")))
			.contains("id=1,", "id=3,", "status=SPAM", "address=203.0.113.7", "userAgent=Peramban", "body=<p>Isi</p>",
					"source=Isi", "name=Budi", "url=https://budi.example")
			.doesNotContain("Sri", "id=2,");
		assertThat(String.valueOf(data.get("bans"))).contains("reason=Iklan");
		assertThat(details("exportCommenter")).contains("\"comments\": 2", "avatarHash").doesNotContain("@");
	}

	@Test
	void textsStayAsNobodys() {
		assertThat(erase("KEEP")).isEqualTo("2 1");
		assertThat(this.content
			.one("select string_agg(author_name || ' ' || status || ' ' || body, ', ' order by id) from comment"))
			.isEqualTo("N. N. APPROVED <p>Isi</p>, Sri APPROVED <p>Isi</p>, N. N. SPAM <p>Isi</p>");
		this.comments.set(2, "author_email = null");
		assertThat(this.content.one(TRACES)).isEqualTo("0");
		assertThat(this.comments.events(this.head)).isEqualTo("EDITED 1");
		assertThat(details("eraseCommenter")).contains("\"comments\": 2", "avatarHash").doesNotContain("@");
		assertThat(erase("KEEP")).isEqualTo("0 1");
	}

	@Test
	void textsGoAndPlacesStayWhereRepliesAre() {
		assertThat(erase("ERASE")).isEqualTo("2 1");
		assertThat(this.content.one(
				"select string_agg(status || ' ' || listed || body || coalesce(source, ''), ', ' order by id) from comment where id <> 2"))
			.isEqualTo("DELETED true, DELETED false");
		assertThat(this.comments.events(this.head)).isEqualTo("REMOVED 1");
		assertThat(this.content.one("select approved || ' ' || threads from article_comments")).isEqualTo("1 1");
		this.staff.read("{ article(slug: \"satu\") { comments { nodes { removed authorName body } } } }")
			.path("article.comments.nodes")
			.matchesJson("[{\"removed\": true, \"authorName\": \"\", \"body\": \"\"}]");
		assertThat(erase("ERASE")).isEqualTo("0 1");
	}

	@Test
	void manyCommentsAreForgottenAFewAtATime() {
		this.content.run("""
				insert into comment (article_id, status, author_name, author_email, body)
				select 1, 'APPROVED', 'Budi', 'budi@warta.example', 'B' from generate_series(1, 998)""");
		assertThat(erase("ERASE")).isEqualTo("1000 1");
		assertThat(this.content.one("select count(*) from comment where status = 'DELETED'")).isEqualTo("1000");
		assertThat(this.content.one("select approved || ' ' || threads from article_comments")).isEqualTo("1 1");
	}

	@Test
	void whatIsNoAddressIsRefused() {
		for (String email : new String[] { "", " ", "x".repeat(10_000) }) {
			assertThat(this.mutations.refused(this.admin, "exportCommenter", Map.of("email", email)))
				.isEqualTo("BAD_ARGUMENT email");
			assertThat(this.mutations.refused(this.admin, "eraseCommenter", Map.of("email", email)))
				.isEqualTo("BAD_ARGUMENT email");
		}
	}

	@Test
	void whereCommentsCameFromIsForgottenAfterAWhile() {
		Instant now = Instant.parse("2026-03-01T00:00:00Z");
		this.content.run("update comment set created_at = '2026-01-29T23:59:59Z' where id = 1");
		this.content.run("update comment set created_at = '2026-01-30T00:00:01Z' where id = 3");
		assertThat(this.forgetting.run(now).block(LIMIT)).isEqualTo(1);
		assertThat(this.forgetting.run(now).block(LIMIT)).isZero();
		assertThat(this.content.one("select string_agg(id::text, ' ') from comment where user_agent is not null"))
			.isEqualTo("3");
		assertThat(this.content
			.one("select author_address is null and author_email is not null from comment where id = 1"))
			.isEqualTo("true");
	}

	private String erase(String texts) {
		TestMutations.Answer answer = this.mutations.send(this.admin, "eraseCommenter",
				Map.of("email", "budi@WARTA.example", "texts", texts), "comments bans");
		return answer.text("comments") + " " + answer.text("bans");
	}

	private String details(String action) {
		return String.valueOf(this.content
			.one("select details from audit_log where action = '%s' order by id desc limit 1".formatted(action)));
	}

}

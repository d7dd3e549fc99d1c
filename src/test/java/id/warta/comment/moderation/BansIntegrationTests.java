package id.warta.comment.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.comment.TestComments;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class BansIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private TestComments comments;

	private Viewer moderator;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.comments = new TestComments(this.content);
		this.moderator = this.staff.viewer(Role.MODERATOR);
	}

	@Test
	void somebodyIsBannedByEitherOfBoth() {
		assertThat(ban("email", " Budi@Warta.example ").text("ban.email")).isEqualTo("budi@warta.example");
		assertThat(ban("network", "203.0.113.77/24").text("ban.network")).isEqualTo("203.0.113.0/24");
		assertThat(ban("network", "2001:db8::1").text("ban.network")).isEqualTo("2001:db8::1/128");
		assertThat(list("")).containsExactly("2001:db8::1/128", "203.0.113.0/24", "null");
		assertThat(this.comments.audit("banCommenter")).isEqualTo("CommentBan 1, CommentBan 2, CommentBan 3");
		assertThat(this.content
			.one("select string_agg(details::text, ' ') from audit_log where subject_type = 'CommentBan'"))
			.doesNotContain("budi", "203.0");
	}

	@Test
	void aBanOfTheSameBecomesThisOne() {
		ban("email", "budi@warta.example");
		ban("network", "203.0.113.0/24");
		Map<String, Object> again = new HashMap<>(
				Map.of("email", "BUDI@warta.example", "effect", "HOLD", "reason", "Kasar"));
		TestMutations.Answer answer = this.mutations.send(this.moderator, "banCommenter", again,
				"ban { id effect reason createdBy }");
		assertThat(answer.key("ban.id")).isEqualTo(1);
		assertThat(answer.text("ban.effect") + answer.text("ban.reason")).isEqualTo("HOLDKasar");
		ban("network", "203.0.113.9/24");
		assertThat(this.content.one("select count(*) from comment_ban")).isEqualTo("2");
	}

	@Test
	void bansEndByThemselvesOrAreLifted() {
		ban("email", "budi@warta.example");
		ban("network", "203.0.113.0/24");
		this.content.run("update comment_ban set expires_at = now() - interval '1 hour' where id = 1");
		assertThat(list("(active: true)")).containsExactly("203.0.113.0/24");
		assertThat(list("(active: false)")).containsExactly("null");
		String id = TestMutations.id("CommentBan", 2);
		node(this.moderator, id).path("node.network").entity(String.class).isEqualTo("203.0.113.0/24");
		node(Viewer.READER, id).path("node").valueIsNull();
		node(this.staff.viewer(Role.AUTHOR), id).path("node").valueIsNull();
		assertThat(this.mutations.send(this.moderator, "liftCommentBan", Map.of("banId", id), "banId").text("banId"))
			.isEqualTo(id);
		assertThat(this.mutations.refused(this.moderator, "liftCommentBan", Map.of("banId", id)))
			.isEqualTo("NOT_FOUND banId");
		assertThat(this.mutations.refused(this.moderator, "liftCommentBan", Map.of("banId", TestComments.id(1))))
			.isEqualTo("BAD_ID banId");
		assertThat(this.comments.audit("liftCommentBan")).isEqualTo("CommentBan 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1/33", "::/0", "0.0.0.0/0", "10.0.0.0/7", "warta.example", "" })
	void whatIsNoNetworkOrTooLargeIsRefused(String network) {
		assertThat(this.mutations.refused(this.moderator, "banCommenter", Map.of("network", network)))
			.isEqualTo("BAD_ARGUMENT network");
	}

	@Test
	void whatIsNobodyIsRefused() {
		for (String email : List.of("", "budi", "@warta.example", "budi@", "b di@warta.example",
				"x".repeat(10_000) + "@warta.example")) {
			assertThat(this.mutations.refused(this.moderator, "banCommenter", Map.of("email", email)))
				.isEqualTo("BAD_ARGUMENT email");
		}
		assertThat(this.mutations.refused(this.moderator, "banCommenter", Map.of())).isEqualTo("BAD_ARGUMENT email");
		assertThat(this.mutations.refused(this.moderator, "banCommenter",
				Map.of("email", "budi@warta.example", "network", "10.0.0.1")))
			.isEqualTo("BAD_ARGUMENT email");
		assertThat(this.mutations.refused(this.moderator, "banCommenter",
				Map.of("email", "budi@warta.example", "expiresAt", "2020-01-01T00:00:00Z")))
			.isEqualTo("BAD_ARGUMENT expiresAt");
	}

	private TestMutations.Answer ban(String by, String whom) {
		return this.mutations.send(this.moderator, "banCommenter", Map.of(by, whom), "ban { id email network }");
	}

	private List<String> list(String arguments) {
		return this.staff.as(this.moderator)
			.document("{ commentBans%s { totalCount nodes { network } } }".formatted(arguments))
			.execute()
			.path("commentBans.nodes[*].network")
			.entityList(String.class)
			.get()
			.stream()
			.map(String::valueOf)
			.toList();
	}

	private GraphQlTester.Response node(Viewer viewer, String id) {
		return this.staff.as(viewer)
			.document("{ node(id: \"%s\") { ... on CommentBan { network } } }".formatted(id))
			.execute();
	}

}

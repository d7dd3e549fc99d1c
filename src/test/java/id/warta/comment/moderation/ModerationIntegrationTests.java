package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class ModerationIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private TestComments comments;

	private Viewer moderator;

	private long head;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.article("dua");
		this.content.changed();
		this.comments = new TestComments(this.content);
		this.moderator = this.staff.viewer(Role.MODERATOR);
		this.head = this.comments.head();
	}

	@ParameterizedTest
	@CsvSource({ "approveComments, PENDING SPAM TRASH, APPROVED", "holdComments, APPROVED, PENDING",
			"markCommentsAsSpam, PENDING APPROVED TRASH, SPAM", "trashComments, PENDING APPROVED SPAM, TRASH",
			"restoreComments, SPAM TRASH, PENDING" })
	void eachDecisionFitsWhatItIsFor(String mutation, String from, String to) {
		for (CommentStatus status : CommentStatus.values()) {
			long id = this.comments.comment(null, status);
			boolean fits = List.of(from.split(" ")).contains(status.name());
			TestMutations.Answer answer = send(mutation, id);
			assertThat(answer.errors()).as("%s of %s", mutation, status)
				.isEqualTo(fits ? List.of() : List.of("WRONG_STATUS ids.0"));
			assertThat(this.comments.status(id)).isEqualTo(fits ? to : status.name());
		}
	}

	@Test
	void manyAreDecidedAboutAtOnceAndWrittenDownOneByOne() {
		this.comments.comment(null, CommentStatus.PENDING);
		this.comments.comment(1L, CommentStatus.PENDING);
		this.comments.set(2, "held_for = '{LINKS,REPORTED}'");
		TestMutations.Answer answer = send("approveComments", 2, 1, 2);
		assertThat(answer.errors()).isEmpty();
		answer.response()
			.path("approveComments.comments[*].status")
			.entityList(String.class)
			.containsExactly("APPROVED", "APPROVED");
		assertThat(this.comments.events(this.head)).isEqualTo("APPROVED 1, APPROVED 2");
		assertThat(this.comments.audit("approveComments")).isEqualTo("Comment 2, Comment 1");
		assertThat(this.content.one("select string_agg(held_for::text, ' ') from comment")).isEqualTo("{} {}");
	}

	@Test
	void oneThatIsRefusedKeepsTheOthersOrNot() {
		this.comments.comment(null, CommentStatus.PENDING);
		this.comments.comment(null, CommentStatus.DELETED);
		assertThat(send("approveComments", 1, 2, 99).errors()).containsExactly("WRONG_STATUS ids.1", "NOT_FOUND ids.2");
		assertThat(this.comments.status(1)).isEqualTo("PENDING");
		assertThat(this.comments.audit("approveComments")).isEqualTo("none");
		assertThat(send("approveComments", Map.of("ids", ids(1, 2, 99), "mode", "REJECT_FAILED")).errors())
			.containsExactly("WRONG_STATUS ids.1", "NOT_FOUND ids.2");
		assertThat(this.comments.status(1)).isEqualTo("APPROVED");
	}

	@Test
	void whatIsNoIdOfACommentIsRefused() {
		List<List<String>> wrong = List.of(List.of(TestMutations.id("Article", 1)), List.of("x"),
				List.of("x".repeat(10_000)));
		for (List<String> ids : wrong) {
			assertThat(this.mutations.refused(this.moderator, "approveComments", Map.of("ids", ids)))
				.isEqualTo("BAD_ID ids.0");
		}
		assertThat(this.mutations.refused(this.moderator, "trashComments", Map.of("ids", List.of())))
			.isEqualTo("BAD_ARGUMENT ids");
		assertThat(this.mutations.refused(this.moderator, "trashComments",
				Map.of("ids", ids(LongStream.rangeClosed(1, 101).toArray()))))
			.isEqualTo("BAD_ARGUMENT ids");
	}

	@Test
	void aDecisionSettlesWhatReadersReported() {
		this.comments.comment(null, CommentStatus.APPROVED);
		this.content.run("insert into comment_report (comment_id, visitor, reason) values (1, 'a', 'SPAM')");
		this.comments.set(1, "report_count = 1");
		assertThat(send("approveComments", 1).errors()).isEmpty();
		assertThat(this.content.one("select report_count || ' ' || (select reviewed from comment_report) from comment"))
			.isEqualTo("0 true");
		assertThat(this.comments.events(this.head)).isEqualTo("none");
		assertThat(send("approveComments", 1).errors()).containsExactly("WRONG_STATUS ids.0");
	}

	@Test
	void belowAnArticleThatReadersDoNotSeeNothingIsTold() {
		this.comments.comment(null, CommentStatus.PENDING);
		this.content.run("update article set status = 'WITHDRAWN'");
		assertThat(send("approveComments", 1).errors()).isEmpty();
		assertThat(this.comments.status(1)).isEqualTo("APPROVED");
		assertThat(this.comments.events(this.head)).isEqualTo("none");
	}

	@Test
	void aThreadGoesWithAllThatIsReadOrWaitsBelowIt() {
		this.comments.comment(null, CommentStatus.APPROVED);
		this.comments.comment(1L, CommentStatus.TRASH);
		this.comments.comment(2L, CommentStatus.APPROVED);
		this.comments.comment(1L, CommentStatus.PENDING);
		this.comments.comment(1L, CommentStatus.SPAM);
		this.comments.comment(1L, CommentStatus.DELETED);
		this.comments.comment(null, CommentStatus.APPROVED);
		assertThat(send("trashComments", Map.of("ids", ids(1, 3), "withReplies", true)).errors()).isEmpty();
		assertThat(this.content.one("select string_agg(status, ' ' order by id) from comment"))
			.isEqualTo("TRASH TRASH TRASH TRASH SPAM DELETED APPROVED");
		assertThat(this.comments.audit("trashComments")).isEqualTo("Comment 3, Comment 4, Comment 1");
		assertThat(this.comments.events(this.head)).startsWith("REMOVED 3").endsWith("REMOVED 1");
	}

	@Test
	void aLongThreadGoesToo() {
		this.comments.comment(null, CommentStatus.APPROVED);
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				select 1, 1, 1, 'APPROVED', 'A', 'B' from generate_series(1, 400)""");
		assertThat(send("trashComments", Map.of("ids", ids(1), "withReplies", true)).errors()).isEmpty();
		assertThat(this.content.one("select count(*) from comment where status = 'TRASH'")).isEqualTo("401");
		assertThat(this.content.one("select approved + threads from article_comments")).isEqualTo("0");
	}

	@Test
	void withoutTheRepliesTheyStay() {
		this.comments.comment(null, CommentStatus.APPROVED);
		this.comments.comment(1L, CommentStatus.APPROVED);
		assertThat(send("trashComments", 1).errors()).isEmpty();
		assertThat(this.comments.status(2)).isEqualTo("APPROVED");
		assertThat(this.content.one("select listed from comment where id = 1")).isEqualTo("true");
	}

	@Test
	void tenCommentsAreRecommendedAtMost() {
		for (int i = 1; i <= 11; i++) {
			this.comments.comment(null, CommentStatus.APPROVED);
		}
		for (int i = 1; i <= 10; i++) {
			assertThat(pin("pinComment", i)).isEmpty();
		}
		assertThat(pin("pinComment", 11)).isEqualTo("TOO_MANY_PINNED");
		assertThat(pin("pinComment", 10)).isEmpty();
		assertThat(pin("unpinComment", 1)).isEmpty();
		assertThat(pin("unpinComment", 1)).isEmpty();
		assertThat(pin("pinComment", 11)).isEmpty();
		assertThat(this.comments.events(this.head)).endsWith("PINNED 10, UNPINNED 1, PINNED 11");
		assertThat(this.comments.audit("unpinComment")).isEqualTo("Comment 1");
		this.staff.read("{ article(slug: \"satu\") { pinnedComments { pinned } } }")
			.path("article.pinnedComments")
			.entityList(Object.class)
			.hasSize(10);
	}

	@Test
	void whatIsNotReadIsNotRecommended() {
		this.comments.comment(null, CommentStatus.PENDING);
		assertThat(pin("pinComment", 1)).isEqualTo("WRONG_STATUS");
		assertThat(pin("pinComment", 99)).isEqualTo("NOT_FOUND commentId");
		this.comments.set(1, "status = 'APPROVED'");
		assertThat(pin("pinComment", 1)).isEmpty();
		assertThat(send("holdComments", 1).errors()).isEmpty();
		assertThat(this.content.one("select pinned_at from comment")).isEqualTo("null");
		assertThat(this.mutations.refused(this.moderator, "pinComment",
				Map.of("commentId", TestMutations.id("Article", 1))))
			.isEqualTo("BAD_ID commentId");
	}

	private String pin(String mutation, long id) {
		return this.mutations.refused(this.moderator, mutation, Map.of("commentId", TestComments.id(id)));
	}

	private TestMutations.Answer send(String mutation, long... ids) {
		return send(mutation, Map.of("ids", ids(ids)));
	}

	private TestMutations.Answer send(String mutation, Map<String, ?> input) {
		return this.mutations.send(this.moderator, mutation, input, "comments { id status }");
	}

	private static List<String> ids(long... ids) {
		return LongStream.of(ids).mapToObj(TestComments::id).toList();
	}

}

package id.warta.comment.setting;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class CommentRulesIntegrationTests {

	private static final String RULES = "settings { open closeAfterDays moderation maxLinks blockedWords maxDepth reportsToHide }";

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
		this.content.changed();
		this.comments = new TestComments(this.content);
		this.moderator = this.staff.viewer(Role.MODERATOR);
	}

	@Test
	void allRulesAreChangedAndWhatIsOmittedStays() {
		assertThat(edit(Map.of("open", false, "closeAfterDays", 30, "moderation", "HOLD_ALL", "maxLinks", 0,
				"blockedWords", List.of(" judi  online ", "judi online", "togel"), "maxDepth", 10, "reportsToHide", 1)))
			.isEqualTo(
					"{open=false, closeAfterDays=30, moderation=HOLD_ALL, maxLinks=0, blockedWords=[judi online, togel], maxDepth=10, reportsToHide=1}");
		assertThat(edit(Map.of("open", true))).startsWith("{open=true, closeAfterDays=30, moderation=HOLD_ALL");
		assertThat(edit(Collections.singletonMap("closeAfterDays", null)))
			.startsWith("{open=true, closeAfterDays=null, moderation=HOLD_ALL");
		assertThat(this.comments.audit("editCommentSettings"))
			.isEqualTo("CommentSettings 1, CommentSettings 1, CommentSettings 1");
		this.content.changed();
		this.staff.as(this.moderator)
			.document("{ commentSettings { blockedWords maxDepth } }")
			.execute()
			.path("commentSettings")
			.matchesJson("{\"blockedWords\": [\"judi online\", \"togel\"], \"maxDepth\": 10}");
	}

	@Test
	void everyNodeHearsOfIt() {
		long head = this.comments.head();
		edit(Map.of("maxLinks", 7));
		assertThat(this.content.one("select string_agg(kind, ' ') from event_log where position > " + head))
			.isEqualTo("COMMENT_SETTINGS_CHANGED");
	}

	@Test
	void rulesThatCanNotBeAreRefused() {
		Map<String, List<?>> wrong = Map.of("closeAfterDays", List.of(0, 36_501, -1), "maxLinks", List.of(-1, 101),
				"maxDepth", List.of(-1, 11), "reportsToHide", List.of(0, 1001), "blockedWords",
				List.of(List.of(" "), List.of("x".repeat(101)), List.of("x".repeat(10_000)),
						IntStream.rangeClosed(0, 1000).mapToObj(Integer::toString).toList()));
		wrong.forEach((field, values) -> values
			.forEach((value) -> assertThat(refused(Map.of(field, value))).as("%s: %s", field, value)
				.isEqualTo("BAD_ARGUMENT " + field)));
		for (String field : List.of("open", "moderation", "maxLinks", "blockedWords", "maxDepth", "reportsToHide")) {
			assertThat(refused(Collections.singletonMap(field, null))).isEqualTo("BAD_ARGUMENT " + field);
		}
		assertThat(refused(Map.of())).isEqualTo("BAD_ARGUMENT");
	}

	@Test
	void whatDatabasesCanNotKeepIsRefused() {
		assertThat(this.mutations
			.send(this.moderator, "editCommentSettings", Map.of("blockedWords", List.of("ju\u0000di")), RULES)
			.failures()).containsExactly("BAD_TEXT");
	}

	@Test
	void anArticleHasItsOwnRuleWhateverItsStatus() {
		this.content.article("satu");
		this.content.run("update article set status = 'DRAFT'");
		assertThat(set(1, "CLOSED").text("commenting")).isEqualTo("CLOSED");
		assertThat(set(1, "OPEN").text("articleId")).isEqualTo(TestMutations.id("Article", 1));
		assertThat(this.content.one("select commenting from article_comments where article_id = 1")).isEqualTo("OPEN");
		assertThat(set(99, "OPEN").errors()).containsExactly("NOT_FOUND articleId");
		assertThat(this.comments.audit("setCommenting")).isEqualTo("Article 1, Article 1");
		assertThat(this.mutations.refused(this.moderator, "setCommenting",
				Map.of("articleId", TestComments.id(1), "commenting", "OPEN")))
			.isEqualTo("BAD_ID articleId");
	}

	private TestMutations.Answer set(long article, String commenting) {
		return this.mutations.send(this.moderator, "setCommenting",
				Map.of("articleId", TestMutations.id("Article", article), "commenting", commenting),
				"articleId commenting");
	}

	private String edit(Map<String, ?> input) {
		return this.mutations.send(this.moderator, "editCommentSettings", new HashMap<>(input), RULES).text("settings");
	}

	private String refused(Map<String, ?> input) {
		return this.mutations.refused(this.moderator, "editCommentSettings", input);
	}

}

package id.warta.comment.moderation;

import java.util.List;
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
class ReportsIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private TestComments comments;

	private long head;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.run("update comment_settings set reports_to_hide = 3");
		this.content.changed();
		this.comments = new TestComments(this.content);
		this.comments.comment(null, CommentStatus.APPROVED);
		this.head = this.comments.head();
	}

	@Test
	void everybodyReportsACommentOnce() {
		assertThat(report("pengunjung-1").field("reported")).isEqualTo(true);
		assertThat(report("pengunjung-1").field("reported")).isEqualTo(false);
		assertThat(report("pengunjung-2").field("reported")).isEqualTo(true);
		assertThat(this.content.one("select report_count from comment")).isEqualTo("2");
		assertThat(this.content.one("select string_agg(reason || ' ' || note, ', ') from comment_report"))
			.isEqualTo("ABUSE Kasar, ABUSE Kasar");
		assertThat(this.content.one("select bool_and(length(visitor) = 32) from comment_report")).isEqualTo("true");
	}

	@Test
	void whatEnoughReadersReportWaits() {
		report("pengunjung-1");
		report("pengunjung-2");
		assertThat(this.comments.status(1)).isEqualTo("APPROVED");
		assertThat(report("pengunjung-3").response().path("reportComment.comment").valueIsNull()).isNotNull();
		assertThat(this.content.one("select status || held_for::text || report_count from comment"))
			.isEqualTo("PENDING{REPORTED}3");
		assertThat(this.comments.events(this.head)).isEqualTo("REMOVED 1");
		assertThat(refused("pengunjung-4")).isEqualTo("NOT_FOUND commentId");
	}

	@Test
	void whatModeratorsFoundToBeInOrderIsCountedAnew() {
		List.of("pengunjung-1", "pengunjung-2", "pengunjung-3").forEach(this::report);
		Viewer moderator = this.staff.viewer(Role.MODERATOR);
		assertThat(this.mutations.refused(moderator, "approveComments", Map.of("ids", List.of(TestComments.id(1)))))
			.isEmpty();
		assertThat(report("pengunjung-1").field("reported")).isEqualTo(false);
		report("pengunjung-4");
		report("pengunjung-5");
		assertThat(this.content.one("select status || report_count from comment")).isEqualTo("APPROVED2");
		report("pengunjung-6");
		assertThat(this.comments.status(1)).isEqualTo("PENDING");
	}

	@Test
	void whatTheStaffWroteStays() {
		this.comments.set(1, "by_staff = true");
		List.of("pengunjung-1", "pengunjung-2", "pengunjung-3", "pengunjung-4").forEach(this::report);
		assertThat(this.content.one("select status || report_count from comment")).isEqualTo("APPROVED4");
	}

	@Test
	void whatReadersCanNotReadIsNotThere() {
		this.comments.set(1, "status = 'PENDING'");
		assertThat(refused("pengunjung-1")).isEqualTo("NOT_FOUND commentId");
		this.comments.set(1, "status = 'APPROVED'");
		this.content.run("update article set status = 'WITHDRAWN'");
		assertThat(refused("pengunjung-1")).isEqualTo("NOT_FOUND commentId");
		assertThat(this.content.one("select count(*) from comment_report")).isEqualTo("0");
	}

	@Test
	void whatIsNotWellFormedIsRefused() {
		assertThat(refused("x")).isEqualTo("BAD_ARGUMENT visitor");
		assertThat(this.mutations.refused(Viewer.READER, "reportComment",
				Map.of("commentId", TestMutations.id("Article", 1), "visitor", "pengunjung-1", "reason", "SPAM")))
			.isEqualTo("BAD_ID commentId");
		assertThat(this.mutations.refused(Viewer.READER, "reportComment", Map.of("commentId", TestComments.id(1),
				"visitor", "pengunjung-1", "reason", "SPAM", "note", "x".repeat(10_000))))
			.isEqualTo("BAD_ARGUMENT note");
	}

	private TestMutations.Answer report(String visitor) {
		return this.mutations.send(Viewer.READER, "reportComment", input(visitor), "reported comment { id }");
	}

	private String refused(String visitor) {
		return this.mutations.refused(Viewer.READER, "reportComment", input(visitor));
	}

	private static Map<String, ?> input(String visitor) {
		return Map.of("commentId", TestComments.id(1), "visitor", visitor, "reason", "ABUSE", "note", " Kasar ");
	}

}

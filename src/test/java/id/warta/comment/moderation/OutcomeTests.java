package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.warta.comment.CommentStatus;
import id.warta.platform.BulkMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTests {

	private static final HeldComment WAITING = new HeldComment(1, CommentStatus.PENDING, false, false);

	private static final HeldComment SUSPECTED = new HeldComment(2, CommentStatus.PENDING, false, true);

	private static final HeldComment SPAM = new HeldComment(3, CommentStatus.SPAM, false, true);

	private static final HeldComment DELETED = new HeldComment(4, CommentStatus.DELETED, false, false);

	private static final HeldComment REPORTED = new HeldComment(5, CommentStatus.APPROVED, true, false);

	private static final HeldComment READ = new HeldComment(6, CommentStatus.APPROVED, false, false);

	@Test
	void whatWasTakenForTheOtherIsToldAlone() {
		assertThat(outcome(Decision.APPROVE, WAITING, SUSPECTED, SPAM).verdicts())
			.isEqualTo(Map.of(2L, false, 3L, false));
		assertThat(outcome(Decision.RESTORE, SPAM).verdicts()).isEqualTo(Map.of(3L, false));
		assertThat(outcome(Decision.MARK_AS_SPAM, WAITING, SUSPECTED).verdicts()).isEqualTo(Map.of(1L, true));
		assertThat(outcome(Decision.TRASH, WAITING, SPAM).verdicts()).isEmpty();
	}

	@Test
	void whatIsDeletedCanNotBeBroughtBack() {
		for (Decision decision : Decision.values()) {
			assertThat(outcome(decision, DELETED).refused()).containsKey(4L);
		}
	}

	@Test
	void whatIsReportedCanBeApprovedOnceMore() {
		assertThat(outcome(Decision.APPROVE, REPORTED).changed()).containsExactly(5L);
		assertThat(outcome(Decision.APPROVE, READ).refused()).containsKey(6L);
	}

	@Test
	void allAreRefusedOrThoseThatMustBe() {
		List<Long> ids = List.of(1L, 4L, 99L);
		Map<Long, HeldComment> found = Map.of(1L, WAITING, 4L, DELETED);
		Outcome none = Outcome.of(ids, BulkMode.REJECT_ALL, Decision.APPROVE, found);
		assertThat(none.changed()).isEmpty();
		assertThat(none.refused()).containsOnlyKeys(4L, 99L);
		Outcome some = Outcome.of(ids, BulkMode.REJECT_FAILED, Decision.APPROVE, found);
		assertThat(some.changed()).containsExactly(1L);
		assertThat(some.refused()).containsOnlyKeys(4L, 99L);
	}

	private static Outcome outcome(Decision decision, HeldComment... comments) {
		Map<Long, HeldComment> found = Stream.of(comments)
			.collect(Collectors.toMap(HeldComment::id, Function.identity()));
		return Outcome.of(found.keySet(), BulkMode.REJECT_FAILED, decision, found);
	}

}

package id.warta.comment.moderation;

import id.warta.comment.CommentHoldReason;
import java.util.List;

import id.warta.comment.CommentSecrets;
import id.warta.comment.CommentStatus;
import id.warta.comment.LockedComment;
import id.warta.comment.LockedComments;
import id.warta.comment.Transitions;
import id.warta.comment.setting.SiteCommentSettings;
import id.warta.eventlog.RecordedChanges;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What readers report: once each, by comment. What enough of them report waits for a
 * moderator, unless somebody of the staff wrote it.
 */
@Service
class Reports {

	private final ReportTable table;

	private final Transitions transitions;

	private final CommentSecrets secrets;

	private final SiteCommentSettings settings;

	private final TransactionalOperator transaction;

	Reports(ReportTable table, Transitions transitions, CommentSecrets secrets, SiteCommentSettings settings,
			TransactionalOperator transaction) {
		this.table = table;
		this.transitions = transitions;
		this.secrets = secrets;
		this.settings = settings;
		this.transaction = transaction;
	}

	/**
	 * Reports a comment.
	 * @return whether this visitor hadn't yet. Fails with {@code NOT_FOUND} unless
	 * readers can read it
	 */
	Mono<Boolean> report(ReportCommentInput.Checked report) {
		return this.secrets.visitor(report.visitor().id())
			.flatMap((visitor) -> this.transitions.lock(List.of(report.comment()))
				.filter((locked) -> isRead(locked.get(report.comment())))
				.switchIfEmpty(Mono.error(() -> Refusals.notFound("commentId")))
				.flatMap((locked) -> add(locked, report, visitor))
				.as(this.transaction::transactional)
				.retryWhen(RecordedChanges.onCollision()));
	}

	private static boolean isRead(@Nullable LockedComment comment) {
		return comment != null && comment.isApproved() && comment.shown();
	}

	private Mono<Boolean> add(LockedComments locked, ReportCommentInput.Checked report, byte[] visitor) {
		return this.table.add(report, visitor)
			.flatMap((counted) -> hide(locked, counted).thenReturn(true))
			.defaultIfEmpty(false);
	}

	private Mono<Void> hide(LockedComments locked, ReportTable.Counted counted) {
		return counted.byStaff() || counted.reports() < this.settings.current().reportsToHide() ? Mono.empty()
				: this.transitions.change(locked, List.of(counted.comment()), CommentStatus.PENDING,
						List.of(CommentHoldReason.REPORTED.name()));
	}

}

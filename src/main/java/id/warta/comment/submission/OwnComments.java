package id.warta.comment.submission;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import id.warta.comment.CommentEvents;
import id.warta.comment.CommentHoldReason;
import id.warta.comment.CommentStatus;
import id.warta.comment.LockedComment;
import id.warta.comment.LockedComments;
import id.warta.comment.Transitions;
import id.warta.comment.text.CommentText;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.ConflictException;
import id.warta.platform.http.Reader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What authors may do with their comments for a while: edit and delete them.
 */
@Service
class OwnComments {

	private static final Set<CommentStatus> CHANGEABLE = Set.of(CommentStatus.PENDING, CommentStatus.APPROVED,
			CommentStatus.SPAM);

	private final OwnCommentTable table;

	private final EditWindow window;

	private final Submissions submissions;

	private final Transitions transitions;

	private final TransactionalOperator transaction;

	OwnComments(OwnCommentTable table, EditWindow window, Submissions submissions, Transitions transitions,
			TransactionalOperator transaction) {
		this.table = table;
		this.window = window;
		this.submissions = submissions;
		this.transitions = transitions;
		this.transaction = transaction;
	}

	/**
	 * Edits a comment. What is decided about the new text may take it from its readers;
	 * what waits goes on waiting.
	 * @return the comment; fails with {@link ConflictException}: {@code TOO_LATE},
	 * {@code WRONG_STATUS} if it is removed, {@code DUPLICATE}, and as a new comment does
	 */
	Mono<OwnComment> edit(OwnToken token, CommentText text, Reader reader) {
		return changeable(token).flatMap((comment) -> this.submissions.admit(comment.edited(text), reader)
			.flatMap((admission) -> edit(comment, text, admission)));
	}

	private Mono<OwnComment> changeable(OwnToken token) {
		return this.table.of(token).doOnNext((comment) -> {
			if (!CHANGEABLE.contains(comment.status())) {
				throw new ConflictException("WRONG_STATUS", "The comment is removed");
			}
			if (this.window.isOver(comment)) {
				throw new ConflictException("TOO_LATE", "The time in which it could be changed is over");
			}
		});
	}

	private Mono<OwnComment> edit(OwnComment comment, CommentText text, Admission admission) {
		return change(comment,
				(locked) -> this.table.write(comment, text).then(Mono.defer(() -> follow(locked, comment, admission))))
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> Submissions.duplicate());
	}

	private Mono<Void> follow(LockedComments locked, OwnComment comment, Admission admission) {
		List<Long> ids = List.of(comment.id());
		if (comment.status() == CommentStatus.APPROVED && admission.isApproved()) {
			return this.transitions.announce(CommentEvents.EDITED, locked, ids);
		}
		if (comment.status() == CommentStatus.SPAM) {
			return Mono.empty();
		}
		CommentStatus to = admission.isApproved() ? CommentStatus.PENDING : admission.status();
		return this.transitions.change(locked, ids, to, reasons(comment, admission));
	}

	private static List<String> reasons(OwnComment comment, Admission admission) {
		Stream<String> known = (comment.status() == CommentStatus.APPROVED) ? Stream.of(CommentHoldReason.EDITED.name())
				: comment.heldFor().stream();
		return Stream.concat(known, admission.heldFor().stream()).distinct().toList();
	}

	/**
	 * Deletes a comment: who wrote what is gone for good.
	 * @return the comment; fails with {@link ConflictException}: {@code TOO_LATE},
	 * {@code WRONG_STATUS} if it is removed already
	 */
	Mono<OwnComment> delete(OwnToken token) {
		return changeable(token).flatMap((comment) -> change(comment,
				(locked) -> this.transitions.change(locked, List.of(comment.id()), CommentStatus.DELETED)));
	}

	private Mono<OwnComment> change(OwnComment comment, Function<LockedComments, Mono<Void>> change) {
		return this.transitions.lock(List.of(comment.id()))
			.filter((locked) -> isAsRead(locked.get(comment.id()), comment))
			.switchIfEmpty(
					Mono.error(() -> new ConflictException("WRONG_STATUS", "The comment is no longer as it was")))
			.flatMap(change)
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision())
			.then(Mono.defer(() -> this.table.fresh(comment)));
	}

	/** What moderators did to it at the same moment comes first. */
	private static boolean isAsRead(@Nullable LockedComment locked, OwnComment comment) {
		return locked != null && locked.status() == comment.status();
	}

}

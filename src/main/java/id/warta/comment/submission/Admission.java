package id.warta.comment.submission;

import id.warta.comment.CommentHoldReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import id.warta.comment.CommentStatus;
import id.warta.comment.setting.CommentModeration;
import id.warta.comment.setting.CommentSettings;
import id.warta.comment.spam.SpamVerdict;
import id.warta.comment.text.CommentText;

/**
 * What becomes of a comment that somebody writes.
 *
 * @param status whether readers see it at once, it waits, or is taken for advertising
 * @param reasons why it waits; empty if it doesn't
 */
record Admission(CommentStatus status, Set<CommentHoldReason> reasons) {

	private static final Admission APPROVED = new Admission(CommentStatus.APPROVED, Set.of());

	/**
	 * Decides by the site's rules. The staff's comments are seen at once.
	 */
	static Admission of(Commenter author, CommentText text, Circumstances known, CommentSettings settings,
			SpamVerdict verdict) {
		if (author.isStaff()) {
			return APPROVED;
		}
		Set<CommentHoldReason> reasons = reasons(author, text, known, settings, verdict);
		if (verdict == SpamVerdict.SPAM) {
			return new Admission(CommentStatus.SPAM, reasons);
		}
		return reasons.isEmpty() ? APPROVED : new Admission(CommentStatus.PENDING, reasons);
	}

	private static Set<CommentHoldReason> reasons(Commenter author, CommentText text, Circumstances known,
			CommentSettings settings, SpamVerdict verdict) {
		Set<CommentHoldReason> reasons = EnumSet.noneOf(CommentHoldReason.class);
		if (settings.moderation() == CommentModeration.HOLD_ALL) {
			reasons.add(CommentHoldReason.ALL);
		}
		if (settings.moderation() == CommentModeration.HOLD_FIRST && !known.approvedBefore()) {
			reasons.add(CommentHoldReason.FIRST_COMMENT);
		}
		if (text.links() > settings.maxLinks()) {
			reasons.add(CommentHoldReason.LINKS);
		}
		if (BlockedWords.anyIn(settings.blockedWords(), text.plain(), author.name(), String.valueOf(author.email()))) {
			reasons.add(CommentHoldReason.BLOCKED_WORD);
		}
		if (known.held()) {
			reasons.add(CommentHoldReason.BANNED);
		}
		if (verdict == SpamVerdict.UNKNOWN) {
			reasons.add(CommentHoldReason.CHECK_UNAVAILABLE);
		}
		if (verdict.compareTo(SpamVerdict.SUSPECT) >= 0) {
			reasons.add(CommentHoldReason.SPAM);
		}
		return reasons;
	}

	List<String> heldFor() {
		return this.reasons.stream().map(CommentHoldReason::name).toList();
	}

	boolean isApproved() {
		return this.status == CommentStatus.APPROVED;
	}

}

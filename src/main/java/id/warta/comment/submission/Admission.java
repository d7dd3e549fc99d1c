package id.warta.comment.submission;

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
record Admission(CommentStatus status, Set<HoldReason> reasons) {

	private static final Admission APPROVED = new Admission(CommentStatus.APPROVED, Set.of());

	/**
	 * Decides by the site's rules. The staff's comments are seen at once.
	 */
	static Admission of(Commenter author, CommentText text, Circumstances known, CommentSettings settings,
			SpamVerdict verdict) {
		if (author.isStaff()) {
			return APPROVED;
		}
		Set<HoldReason> reasons = reasons(author, text, known, settings, verdict);
		if (verdict == SpamVerdict.SPAM) {
			return new Admission(CommentStatus.SPAM, reasons);
		}
		return reasons.isEmpty() ? APPROVED : new Admission(CommentStatus.PENDING, reasons);
	}

	private static Set<HoldReason> reasons(Commenter author, CommentText text, Circumstances known,
			CommentSettings settings, SpamVerdict verdict) {
		Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
		if (settings.moderation() == CommentModeration.HOLD_ALL) {
			reasons.add(HoldReason.ALL);
		}
		if (settings.moderation() == CommentModeration.HOLD_FIRST && !known.approvedBefore()) {
			reasons.add(HoldReason.FIRST_COMMENT);
		}
		if (text.links() > settings.maxLinks()) {
			reasons.add(HoldReason.LINKS);
		}
		if (BlockedWords.anyIn(settings.blockedWords(), text.plain(), author.name(), String.valueOf(author.email()))) {
			reasons.add(HoldReason.BLOCKED_WORD);
		}
		if (known.held()) {
			reasons.add(HoldReason.BANNED);
		}
		if (verdict == SpamVerdict.UNKNOWN) {
			reasons.add(HoldReason.CHECK_UNAVAILABLE);
		}
		if (verdict.compareTo(SpamVerdict.SUSPECT) >= 0) {
			reasons.add(HoldReason.SPAM);
		}
		return reasons;
	}

	List<String> heldFor() {
		return this.reasons.stream().map(HoldReason::name).toList();
	}

	boolean isApproved() {
		return this.status == CommentStatus.APPROVED;
	}

}

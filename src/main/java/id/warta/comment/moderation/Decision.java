package id.warta.comment.moderation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import id.warta.comment.CommentStatus;

/**
 * What a moderator makes of a comment.
 */
enum Decision {

	/**
	 * To be read; what is so already is found to be in order, whatever readers reported.
	 */
	APPROVE("approveComments", CommentStatus.APPROVED, CommentStatus.PENDING, CommentStatus.SPAM, CommentStatus.TRASH),

	/** Waiting again. */
	HOLD("holdComments", CommentStatus.PENDING, CommentStatus.APPROVED),

	/** Advertising. */
	MARK_AS_SPAM("markCommentsAsSpam", CommentStatus.SPAM, CommentStatus.PENDING, CommentStatus.APPROVED,
			CommentStatus.TRASH),

	/** Removed. */
	TRASH("trashComments", CommentStatus.TRASH, CommentStatus.PENDING, CommentStatus.APPROVED, CommentStatus.SPAM),

	/** Waiting again, as neither advertising nor removed. */
	RESTORE("restoreComments", CommentStatus.PENDING, CommentStatus.SPAM, CommentStatus.TRASH);

	private final String mutation;

	private final CommentStatus to;

	private final Set<CommentStatus> from;

	Decision(String mutation, CommentStatus to, CommentStatus... from) {
		this.mutation = mutation;
		this.to = to;
		this.from = EnumSet.of(from[0], from);
	}

	String mutation() {
		return this.mutation;
	}

	CommentStatus to() {
		return this.to;
	}

	/**
	 * Whether it can be made of a comment.
	 */
	boolean fits(HeldComment comment) {
		return this.from.contains(comment.status())
				|| this == APPROVE && comment.status() == CommentStatus.APPROVED && comment.reported();
	}

	/**
	 * What it says of a comment that was taken for the other: whether it is advertising;
	 * empty if it says nothing of that, or nothing new.
	 */
	Optional<Boolean> verdict(HeldComment comment) {
		return switch (this) {
			case MARK_AS_SPAM -> Optional.of(true).filter((spam) -> !comment.suspected());
			case APPROVE, RESTORE -> Optional.of(false).filter((spam) -> comment.suspected());
			case HOLD, TRASH -> Optional.empty();
		};
	}

}

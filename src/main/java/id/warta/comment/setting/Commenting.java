package id.warta.comment.setting;

import java.time.Instant;

/**
 * Whether readers may write below an article.
 */
public enum Commenting {

	/** By the site's rules. */
	DEFAULT,

	/** In spite of its age. */
	OPEN,

	/** Not at all. */
	CLOSED;

	/**
	 * Whether they may now.
	 * @param publishedAt the date that the article carries
	 */
	public boolean isOpen(CommentSettings rules, Instant publishedAt, Instant now) {
		return rules.open() && this != CLOSED && (this == OPEN || !rules.tooOld(publishedAt, now));
	}

}

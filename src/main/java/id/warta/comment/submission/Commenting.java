package id.warta.comment.submission;

import java.time.Instant;

import id.warta.comment.setting.CommentSettings;

/**
 * Whether readers may write below an article.
 */
enum Commenting {

	/** By the site's rules. */
	DEFAULT,

	/** Whatever its age. */
	OPEN,

	/** No. */
	CLOSED;

	/**
	 * Whether they may now.
	 * @param publishedAt the date that the article carries
	 */
	boolean isOpen(CommentSettings rules, Instant publishedAt, Instant now) {
		return rules.open() && this != CLOSED && (this == OPEN || !rules.tooOld(publishedAt, now));
	}

}

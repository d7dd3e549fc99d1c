package id.warta.comment.setting;

/**
 * Whether readers may write below an article.
 */
public enum Commenting {

	/** By the site's rules. */
	DEFAULT,

	/** In spite of its age. */
	OPEN,

	/** Not at all. */
	CLOSED

}

package id.warta.article;

/**
 * How far an article has come.
 */
public enum ArticleStatus {

	/** Being written. */
	DRAFT,

	/** Waiting for an editor. */
	SUBMITTED,

	/** To be published at its time. */
	SCHEDULED,

	/** For readers to see, unless an embargo hides it. */
	PUBLISHED,

	/** No longer to be read. */
	WITHDRAWN

}

package id.warta.article;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import id.warta.platform.ConflictException;
import id.warta.platform.StaleRevisionException;
import io.r2dbc.spi.Readable;

/**
 * An article that nobody else can change until the transaction ends.
 *
 * @param id its id
 * @param status how far it has come
 * @param revision its revision
 * @param visible whether readers see it
 * @param breaking whether it is breaking news
 * @param siteAddress the site's own address, which those in the text are relative to
 */
record LockedArticle(long id, ArticleStatus status, int revision, boolean visible, boolean breaking,
		String siteAddress) {

	static LockedArticle of(Readable row) {
		return new LockedArticle(Objects.requireNonNull(row.get("id", Long.class)),
				ArticleStatus.valueOf(Objects.requireNonNull(row.get("status", String.class))),
				Objects.requireNonNull(row.get("revision", Integer.class)),
				Objects.requireNonNull(row.get("visible", Boolean.class)),
				Objects.requireNonNull(row.get("breaking", Boolean.class)),
				Objects.requireNonNull(row.get("site_address", String.class)));
	}

	/**
	 * Refuses an article that has come further, or not so far.
	 * @throws ConflictException with {@code WRONG_STATUS}
	 */
	LockedArticle require(ArticleStatus first, ArticleStatus... others) {
		Set<ArticleStatus> allowed = EnumSet.of(first, others);
		if (!allowed.contains(this.status)) {
			throw new ConflictException("WRONG_STATUS", "The article is " + this.status + ", not " + allowed);
		}
		return this;
	}

	/**
	 * Refuses an edit of what is no longer so.
	 * @param expected the revision that it started from
	 * @throws StaleRevisionException if that isn't the current one
	 */
	LockedArticle requireRevision(int expected) {
		if (expected != this.revision) {
			throw new StaleRevisionException(this.revision);
		}
		return this;
	}

}

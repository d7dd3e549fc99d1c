package id.warta.newsroom;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import id.warta.article.ArticleStatus;
import id.warta.article.ArticleType;
import id.warta.platform.ConflictException;
import id.warta.platform.Rows;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * An article that nobody else can change until the transaction ends.
 *
 * @param id its id
 * @param slug the last part of its address
 * @param status how far it has come
 * @param type what kind of piece it is
 * @param sponsor whose money it is made with
 * @param revision its revision
 * @param visible whether readers see it
 * @param breaking whether it is breaking news
 * @param wasPublished whether readers have ever seen it
 * @param ownerId who of the staff began it
 * @param siteAddress the site's own address, which those in the text are relative to
 */
record LockedArticle(long id, String slug, ArticleStatus status, ArticleType type, @Nullable String sponsor,
		int revision, boolean visible, boolean breaking, boolean wasPublished, @Nullable Long ownerId,
		String siteAddress) {

	/** What to select of the table {@code article a}. */
	static final String COLUMNS = """
			a.id, a.slug, a.status, a.type, a.sponsor, a.revision, a.visible, a.breaking_until is not null as breaking,
			a.first_published_at is not null as was_published, a.owner_id, (select url || '/' from site) as site_address""";

	static LockedArticle of(Readable row) {
		return new LockedArticle(Rows.required(row, "id", Long.class), Rows.required(row, "slug", String.class),
				ArticleStatus.valueOf(Rows.required(row, "status", String.class)),
				ArticleType.valueOf(Rows.required(row, "type", String.class)), row.get("sponsor", String.class),
				Rows.required(row, "revision", Integer.class), Rows.required(row, "visible", Boolean.class),
				Rows.required(row, "breaking", Boolean.class), Rows.required(row, "was_published", Boolean.class),
				row.get("owner_id", Long.class), Rows.required(row, "site_address", String.class));
	}

	/**
	 * Whether somebody may know that there is such an article: editors know all, authors
	 * their own.
	 */
	boolean isKnownTo(Viewer viewer) {
		return viewer.may(Permission.PUBLISH_ARTICLES)
				|| this.ownerId != null && Objects.equals(this.ownerId, viewer.staffId());
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
	 * Refuses to let somebody edit what they may not: authors edit drafts, editors
	 * whatever isn't withdrawn.
	 * @throws ConflictException with {@code WRONG_STATUS}
	 */
	LockedArticle requireEditableBy(Viewer viewer) {
		return viewer.may(Permission.PUBLISH_ARTICLES) ? require(ArticleStatus.DRAFT, ArticleStatus.SUBMITTED,
				ArticleStatus.SCHEDULED, ArticleStatus.PUBLISHED) : require(ArticleStatus.DRAFT);
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

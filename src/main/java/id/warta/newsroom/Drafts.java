package id.warta.newsroom;

import java.util.Map;

import id.warta.article.ArticleAnnouncements;
import id.warta.article.ArticleEvents;
import id.warta.article.ArticleStatus;
import id.warta.newsroom.Change.Changed;
import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Writes articles: each save is a revision. Authors write their own drafts, editors
 * everything. Each gives the article's next revision, or nothing if there is no such
 * article that the viewer may know of.
 */
@Service
public class Drafts {

	private final Desk desk;

	private final ArticleEdits edits;

	private final Revisions revisions;

	private final DatabaseClient database;

	private final ArticleAnnouncements announcements;

	Drafts(Desk desk, ArticleEdits edits, Revisions revisions, DatabaseClient database,
			ArticleAnnouncements announcements) {
		this.desk = desk;
		this.edits = edits;
		this.revisions = revisions;
		this.database = database;
		this.announcements = announcements;
	}

	/**
	 * Fills an article that has just been begun: its first revision.
	 */
	Mono<Changed> begin(Viewer viewer, LockedArticle article, ArticleEdit edit) {
		return this.edits.write(article, edit)
			.then(this.revisions.keep(viewer, article.id(), "createArticle"))
			.thenReturn(Changed.silently(1));
	}

	/**
	 * Edits an article that isn't withdrawn.
	 * @param revision the revision that the edit started from
	 * @param edit what it makes of it, something at least
	 * @return the next revision; fails with {@link StaleRevisionException} if the edit
	 * didn't start from the current one
	 */
	public Mono<Integer> update(Viewer viewer, long id, int revision, ArticleEdit edit) {
		viewer.require(Permission.WRITE_ARTICLES);
		requireSomething(edit);
		return this.desk.change(viewer, id, new Change("editArticle", Map.of("revision", revision), (article) -> {
			article.requireRevision(revision).requireEditableBy(viewer);
			return save(viewer, article, edit, "editArticle");
		}));
	}

	private static void requireSomething(ArticleEdit edit) {
		if (edit.isEmpty()) {
			throw new InvalidInputException("BAD_ARGUMENT", "content", "There is nothing to change");
		}
	}

	/**
	 * Writes down an edit as the next revision, and tells readers of it if they see it.
	 */
	Mono<Changed> save(Viewer viewer, LockedArticle article, ArticleEdit edit, String action) {
		return save(viewer, article, edit, action, ArticleEvents.UPDATED, Map.of());
	}

	private Mono<Changed> save(Viewer viewer, LockedArticle article, ArticleEdit edit, String action, String kind,
			Map<String, ?> extras) {
		return this.revisions.keepFound(article.id())
			.then(this.edits.write(article, edit))
			.delayUntil((done) -> this.revisions.keep(viewer, article.id(), action))
			.map((done) -> new Changed(article.revision() + 1, announcement(article, done, kind, extras)));
	}

	/** An embargo that is just over ends with the edit, before the timer comes to it. */
	private Mono<Long> announcement(LockedArticle article, ArticleEdits.Done done, String kind, Map<String, ?> extras) {
		return done.visible() ? this.announcements.append(article.visible() ? kind : ArticleEvents.PUBLISHED,
				article.id(), extras, done.former()) : Mono.empty();
	}

	/**
	 * Puts something right in a published article, and says so to its readers.
	 * @param revision the revision that this starts from
	 * @param note what was wrong and is right now, as plain text
	 * @param edit what puts it right; {@link ArticleEdit#NONE} if the note is all
	 * @return the next revision; fails with {@link StaleRevisionException} if this didn't
	 * start from the current one
	 */
	public Mono<Integer> correct(Viewer viewer, long id, int revision, @Nullable String note, ArticleEdit edit) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		String said = Notes.required(note, "note");
		return this.desk.change(viewer, id, new Change("correctArticle", Map.of("note", said), (article) -> {
			article.requireRevision(revision).require(ArticleStatus.PUBLISHED);
			return note(id, said).then(save(viewer, article, edit, "correctArticle", ArticleEvents.CORRECTED,
					Map.of(ArticleEvents.REASON, said)));
		}));
	}

	private Mono<Void> note(long id, String note) {
		return this.database.sql("insert into article_correction (article_id, note) values (:id, :note)")
			.bind("id", id)
			.bind("note", note)
			.then();
	}

	/**
	 * Makes an article again what it was, as its next revision; its address stays. What
	 * it was filed under and there is no longer is left out.
	 * @param revision the revision that this starts from
	 * @param former the revision that it was
	 */
	public Mono<Integer> restore(Viewer viewer, long id, int revision, int former) {
		viewer.require(Permission.WRITE_ARTICLES);
		Map<String, ?> details = Map.of("revision", revision, "restored", former);
		return this.desk.change(viewer, id, new Change("restoreRevision", details, (article) -> {
			article.requireRevision(revision).requireEditableBy(viewer);
			return this.revisions.edit(id, former).flatMap((edit) -> save(viewer, article, edit, "restoreRevision"));
		}));
	}

	/**
	 * Deletes an article that readers have never seen.
	 */
	public Mono<Integer> delete(Viewer viewer, long id) {
		viewer.require(Permission.WRITE_ARTICLES);
		return this.desk.change(viewer, id, new Change("deleteDraft", Map.of(), (article) -> {
			article.require(ArticleStatus.DRAFT, ArticleStatus.SUBMITTED);
			if (article.wasPublished()) {
				throw new ConflictException("WRONG_STATUS", "Readers have seen the article: it stays");
			}
			return this.database.sql("delete from article where id = :id")
				.bind("id", id)
				.then()
				.thenReturn(Changed.silently(article.revision()));
		}));
	}

}

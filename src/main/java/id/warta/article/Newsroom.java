package id.warta.article;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import id.warta.article.ArticleEdits.Done;
import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import id.warta.platform.StaleRevisionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What the newsroom does to articles. Each is one transaction, and one event if readers
 * see the article before or after; what they don't see changes silently. Each gives the
 * article's revision, or nothing if there is no such article, and fails with
 * {@link ConflictException} if the article, as it stands, doesn't allow it.
 */
@Service
public class Newsroom {

	private static final int MAX_REASON = 1000;

	private final DatabaseClient database;

	private final ArticleEdits edits;

	private final ArticleAnnouncements announcements;

	private final TransactionalOperator transaction;

	Newsroom(DatabaseClient database, ArticleEdits edits, ArticleAnnouncements announcements,
			TransactionalOperator transaction) {
		this.database = database;
		this.edits = edits;
		this.announcements = announcements;
		this.transaction = transaction;
	}

	/**
	 * Publishes a draft, a submitted or a scheduled article now. One that carries a date
	 * of the past keeps it. One under embargo is announced when that ends.
	 */
	public Mono<Integer> publish(long id) {
		return change(id, ArticleEdit.NONE, (article) -> {
			article.require(ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.SCHEDULED);
			return write("status = 'PUBLISHED', published_at = least(published_at, now())", id)
				.flatMap((visible) -> visible ? this.announcements.append(ArticleEvents.PUBLISHED, id, Map.of())
						: Mono.empty())
				.thenReturn(article.revision());
		});
	}

	/**
	 * Edits an article that isn't withdrawn.
	 * @param id the article
	 * @param revision the revision that the edit started from
	 * @param edit what it makes of it, something at least
	 * @return the next revision; fails with {@link StaleRevisionException} if the edit
	 * didn't start from the current one
	 */
	public Mono<Integer> update(long id, int revision, ArticleEdit edit) {
		if (edit.isEmpty()) {
			throw new InvalidInputException("BAD_ARGUMENT", null, "There is nothing to change");
		}
		return change(id, edit, (article) -> {
			article.requireRevision(revision)
				.require(ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.SCHEDULED,
						ArticleStatus.PUBLISHED);
			return edit(article, edit, ArticleEvents.UPDATED, Map.of());
		});
	}

	/**
	 * Puts something right in a published article, and says so to its readers.
	 * @param id the article
	 * @param revision the revision that this starts from
	 * @param note what was wrong and is right now, as plain text
	 * @param edit what puts it right; {@link ArticleEdit#NONE} if the note is all
	 * @return the next revision; fails with {@link StaleRevisionException} if this didn't
	 * start from the current one
	 */
	public Mono<Integer> correct(long id, int revision, String note, ArticleEdit edit) {
		String said = said(note, "note");
		if (said == null) {
			throw InvalidInputException.badArgument("note", "'note' must not be blank");
		}
		return change(id, edit, (article) -> {
			article.requireRevision(revision).require(ArticleStatus.PUBLISHED);
			return note(id, said)
				.then(edit(article, edit, ArticleEvents.CORRECTED, Map.of(ArticleEvents.REASON, said)));
		});
	}

	/**
	 * Takes a published article away from its readers. If it is breaking news, that ends
	 * too, without an event of its own.
	 * @param id the article
	 * @param reason why, for readers; null or blank if they are told none
	 */
	public Mono<Integer> withdraw(long id, @Nullable String reason) {
		String said = said(reason, "reason");
		return change(id, ArticleEdit.NONE, (article) -> {
			article.require(ArticleStatus.PUBLISHED);
			return write("status = 'WITHDRAWN', breaking_until = null", id)
				.then((article.visible() || article.breaking())
						? this.announcements.append(ArticleEvents.WITHDRAWN, id, withdrawal(article, said))
						: Mono.empty())
				.thenReturn(article.revision());
		});
	}

	private Mono<Integer> change(long id, ArticleEdit edit, Function<LockedArticle, Mono<Integer>> change) {
		return this.edits.prepare(edit).then(lock(id)).flatMap(change).as(this.transaction::transactional);
	}

	private Mono<LockedArticle> lock(long id) {
		return this.database.sql("""
				select a.id, a.status, a.revision, a.visible, a.breaking_until is not null as breaking,
				    (select url || '/' from site) as site_address
				from article a where a.id = :id for update""").bind("id", id).map(LockedArticle::of).one();
	}

	private Mono<Boolean> write(String columns, long id) {
		return this.database.sql("update article set " + columns + " where id = :id returning visible")
			.bind("id", id)
			.mapValue(Boolean.class)
			.one();
	}

	private Mono<Void> note(long id, String note) {
		return this.database.sql("insert into article_correction (article_id, note) values (:id, :note)")
			.bind("id", id)
			.bind("note", note)
			.then();
	}

	private Mono<Integer> edit(LockedArticle article, ArticleEdit edit, String kind, Map<String, ?> extras) {
		return this.edits.write(article, edit)
			.flatMap((done) -> announce(article, done, kind, extras))
			.thenReturn(article.revision() + 1);
	}

	/** An embargo that is just over ends with the edit, before the timer comes to it. */
	private Mono<Long> announce(LockedArticle article, Done done, String kind, Map<String, ?> extras) {
		if (!done.visible()) {
			return Mono.empty();
		}
		return this.announcements.append(article.visible() ? kind : ArticleEvents.PUBLISHED, article.id(), extras,
				done.former());
	}

	private static Map<String, ?> withdrawal(LockedArticle article, @Nullable String reason) {
		Map<String, Object> extras = new LinkedHashMap<>();
		if (article.breaking()) {
			extras.put(ArticleEvents.BREAKING, true);
		}
		if (reason != null) {
			extras.put(ArticleEvents.REASON, reason);
		}
		return extras;
	}

	private static @Nullable String said(@Nullable String text, String argument) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.length() > MAX_REASON) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' is longer than " + MAX_REASON + " characters");
		}
		return PlainText.wellFormed(text).strip();
	}

}

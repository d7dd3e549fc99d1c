package id.warta.newsroom;

import java.util.Collection;
import java.util.List;

import id.warta.eventlog.RecordedChanges;
import id.warta.newsroom.Change.Changed;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Does things to articles, each in one transaction, with its line in the audit log and
 * its event. Articles are locked first, in the order of their ids, and events come last.
 */
@Component
class Desk {

	private final DatabaseClient database;

	private final ArticleEdits edits;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	Desk(DatabaseClient database, ArticleEdits edits, AuditLog audit, TransactionalOperator transaction) {
		this.database = database;
		this.edits = edits;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Does something to an article.
	 * @return its revision; empty if there is none that the viewer may know of
	 */
	Mono<Integer> change(Viewer viewer, long id, Change change) {
		return change(viewer, id, change, Mono.just(true));
	}

	/**
	 * Does something to an article that others must be locked for.
	 * @param locked locks them, this one included, in the order of their ids; if it is
	 * empty, nothing is done
	 */
	Mono<Integer> change(Viewer viewer, long id, Change change, Mono<?> locked) {
		return this.edits.prepare()
			.then(locked)
			.flatMap((ready) -> step(viewer, id, change))
			.flatMap((changed) -> changed.announcement().thenReturn(changed.revision()))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	/**
	 * Does something to several articles: to all of them, or to none if one is refused.
	 * @return how each was refused; empty if none was
	 */
	Mono<List<Refusal>> changeAll(Viewer viewer, Collection<Long> ids, Change change) {
		List<Long> ordered = ids.stream().distinct().sorted().toList();
		return lockAll(ordered).thenMany(Flux.fromIterable(ordered))
			.concatMap((id) -> attempt(viewer, id, change))
			.collectList()
			.flatMap(Desk::announceOrRefuse)
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision())
			.onErrorResume(RefusedException.class, (ex) -> Mono.just(ex.refusals()));
	}

	private Mono<Void> lockAll(List<Long> ids) {
		return this.edits.prepare()
			.then(this.database.sql("select id from article where id = any(:ids) order by id for update")
				.bind("ids", ids.toArray(Long[]::new))
				.then());
	}

	private Mono<Attempt> attempt(Viewer viewer, long id, Change change) {
		return step(viewer, id, change).map((changed) -> new Attempt(changed, null))
			.switchIfEmpty(Mono.fromSupplier(() -> new Attempt(null, Refusal.notFound(id))))
			.onErrorResume(Refusal::isOne, (ex) -> Mono.just(new Attempt(null, new Refusal(id, ex))));
	}

	private static Mono<List<Refusal>> announceOrRefuse(List<Attempt> attempts) {
		List<Refusal> refusals = attempts.stream().flatMap((attempt) -> attempt.refusals().stream()).toList();
		return refusals.isEmpty()
				? Flux.fromIterable(attempts).concatMap(Attempt::announcement).then(Mono.just(refusals))
				: Mono.error(() -> new RefusedException(refusals));
	}

	private Mono<Changed> step(Viewer viewer, long id, Change change) {
		return lock(id).filter((article) -> article.isKnownTo(viewer))
			.flatMap((article) -> change.change()
				.apply(article)
				.delayUntil((changed) -> this.audit.append(viewer, change.action(), "Article", id, change.details())));
	}

	private Mono<LockedArticle> lock(long id) {
		return this.database.sql("select " + LockedArticle.COLUMNS + " from article a where a.id = :id for update")
			.bind("id", id)
			.map(LockedArticle::of)
			.one();
	}

}

package id.warta.comment;

import java.util.List;

import id.warta.platform.ConflictException;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What moderators do to comments. What is approved always stands below what is approved:
 * a reply can't be approved before what it replies to, and goes with it. Each comment
 * that readers see, or no longer see, is an event; below an article that they don't see
 * there is none.
 */
@Service
public class Moderation {

	/** How many go in one transaction: each holds the log's head for its events. */
	private static final int REMOVED_AT_ONCE = 200;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	Moderation(DatabaseClient database, TransactionalOperator transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	/**
	 * Shows a comment to readers, whatever became of it before.
	 * @param id the comment
	 * @return its id; empty if there is no such comment. Fails with
	 * {@link ConflictException}: {@code WRONG_STATUS} if it is approved already,
	 * {@code PARENT_NOT_APPROVED} if what it replies to isn't
	 */
	public Mono<Long> approve(long id) {
		return lock(id, "share").flatMap(this::approve).as(this.transaction::transactional);
	}

	private Mono<Long> approve(LockedComment comment) {
		if (comment.isApproved()) {
			return Mono.error(() -> new ConflictException("WRONG_STATUS", "The comment is approved already"));
		}
		if (!comment.hasPlace()) {
			return Mono.error(() -> new ConflictException("PARENT_NOT_APPROVED",
					"The comment replies to one that is not approved"));
		}
		return this.database.sql("update comment set status = 'APPROVED' where id = :id")
			.bind("id", comment.id())
			.then()
			.then(announce(CommentEvents.APPROVED, comment, List.of(comment.id())))
			.thenReturn(comment.id());
	}

	/**
	 * Takes a comment away from readers, with all replies to it. This is one transaction
	 * for up to {@value #REMOVED_AT_ONCE} comments; of more, the deepest go first, and
	 * the comment itself stays if that fails halfway.
	 * @param id the comment
	 * @return how many comments went; empty if there is no such comment. Fails with
	 * {@link ConflictException} {@code WRONG_STATUS} if it isn't approved
	 */
	public Mono<Integer> remove(long id) {
		return removeDeepest(id).expand((removed) -> removed.contains(id) ? Mono.empty()
				: removeDeepest(id).onErrorComplete(ConflictException.class))
			.map(List::size)
			.reduce(Integer::sum);
	}

	private Mono<List<Long>> removeDeepest(long id) {
		return lock(id, "no key update").flatMap(this::removeDeepest).as(this.transaction::transactional);
	}

	private Mono<List<Long>> removeDeepest(LockedComment comment) {
		return comment.isApproved()
				? trash(comment.id()).delayUntil((ids) -> announce(CommentEvents.REMOVED, comment, ids))
				: Mono.error(() -> new ConflictException("WRONG_STATUS", "The comment is not approved"));
	}

	/**
	 * Gives who went, the deepest first.
	 */
	private Mono<List<Long>> trash(long id) {
		return this.database.sql("""
				with recursive thread (id, depth) as (
				    select id, depth from comment where id = :id
				    union all
				    select r.id, r.depth from thread t join comment r on r.parent_id = t.id and r.status = 'APPROVED'),
				deepest as (
				    select id, depth from thread order by depth desc, id desc limit :limit),
				trashed as (
				    update comment c set status = 'TRASH' from deepest d where c.id = d.id returning d.id, d.depth)
				select id from trashed order by depth desc, id desc""")
			.bind("id", id)
			.bind("limit", REMOVED_AT_ONCE)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	/**
	 * Locks a comment, and the comments of its article against what others do to them.
	 * The statuses are read once that is so, since they may have changed meanwhile.
	 * @param mode {@code share} if a parent must stay approved, {@code no key update} if
	 * no reply may be approved
	 */
	private Mono<LockedComment> lock(long id, String mode) {
		return this.database
			.sql("""
					select visible from article where id = (select article_id from comment where id = :id) for %s"""
				.formatted(mode))
			.bind("id", id)
			.mapValue(Boolean.class)
			.one()
			.flatMap((shown) -> read(id, shown));
	}

	private Mono<LockedComment> read(long id, boolean shown) {
		return this.database.sql("""
				select c.id, c.status, p.status as parent_status, :shown as shown
				from comment c left join comment p on p.id = c.parent_id where c.id = :id for update of c""")
			.bind("id", id)
			.bind("shown", shown)
			.map(LockedComment::of)
			.one();
	}

	private Mono<Void> announce(String kind, LockedComment comment, List<Long> ids) {
		return comment.shown() ? this.database.sql("""
				select append_event(:kind, :type, c.id, c.payload) from (
				    select c.id, jsonb_strip_nulls(jsonb_build_object('article', c.article_id, 'parent', c.parent_id))
				        as payload
				    from unnest(:ids) with ordinality as r (id, place) join comment c on c.id = r.id
				    order by r.place) c""")
			.bind("kind", kind)
			.bind("type", CommentEvents.SUBJECT)
			.bind("ids", ids.toArray(Long[]::new))
			.then() : Mono.empty();
	}

}

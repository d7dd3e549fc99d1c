package id.warta.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Makes something else of comments, within a transaction of whoever does it. What is no
 * longer to be read but has replies that are keeps its place, without its text; what is
 * neither read nor has such replies has none. Each comment that readers see, or no longer
 * see, is an event, and so is each place that comes or goes; below an article that they
 * don't see there is none.
 */
@Component
public class Transitions {

	/** Who wrote what: of what is deleted nothing stays but its place. */
	private static final String ERASED = """
			, body = '', source = null, author_name = '', author_email = null, author_url = null, author_address = null,
			user_agent = null, idempotency_key = null, duplicate_key = null, staff_id = null""";

	private final DatabaseClient database;

	Transitions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Locks comments, their articles, and what they stand below, in the order in which
	 * everybody does. They are read once that is so, since they may have changed
	 * meanwhile.
	 */
	public Mono<LockedComments> lock(Collection<Long> ids) {
		Long[] keys = ids.toArray(Long[]::new);
		return this.database.sql("""
				select a.id from article a
				where a.id = any(array(select article_id from comment where id = any(:ids))) order by a.id for share""")
			.bind("ids", keys)
			.then()
			.then(this.database.sql("""
					with recursive up (id, parent_id) as (
					    select id, parent_id from comment where id = any(:ids)
					    union
					    select c.id, c.parent_id from up join comment c on c.id = up.parent_id)
					select c.id, c.article_id, c.depth, c.status, c.listed, a.visible
					from comment c join article a on a.id = c.article_id
					where c.id in (select id from up) order by c.depth desc, c.id for no key update of c""")
				.bind("ids", keys)
				.map(LockedComment::of)
				.all()
				.collectList())
			.map(LockedComments::of);
	}

	/**
	 * Makes something else of comments, and says so: nothing may follow in the
	 * transaction.
	 * @param locked the comments, and what they stand below
	 * @param ids those of them that change
	 * @param to what they are from now on
	 */
	public Mono<Void> change(LockedComments locked, Collection<Long> ids, CommentStatus to) {
		return change(locked, ids, to, List.of());
	}

	/**
	 * The same, with the reasons why they wait for a moderator.
	 */
	public Mono<Void> change(LockedComments locked, Collection<Long> ids, CommentStatus to, List<String> heldFor) {
		return ids.isEmpty() ? Mono.empty() : update(ids, to, heldFor).then(Mono.defer(() -> listed(locked.ids())))
			.flatMap((listed) -> announce(events(locked, ids, to, listed)));
	}

	private Mono<Void> update(Collection<Long> ids, CommentStatus to, List<String> heldFor) {
		return this.database.sql("""
				update comment set status = :to, held_for = :held,
				    report_count = case when :to = 'PENDING' then report_count else 0 end,
				    pinned_at = case when :to = 'APPROVED' then pinned_at end%s
				where id = any(:ids)""".formatted((to == CommentStatus.DELETED) ? ERASED : ""))
			.bind("to", to.name())
			.bind("held", heldFor.toArray(String[]::new))
			.bind("ids", ids.toArray(Long[]::new))
			.then();
	}

	private Mono<Set<Long>> listed(Collection<Long> ids) {
		return this.database.sql("select id from comment where id = any(:ids) and listed")
			.bind("ids", ids.toArray(Long[]::new))
			.mapValue(Long.class)
			.all()
			.collect(Collectors.toSet());
	}

	private record Told(String kind, long id) {

	}

	/** Places come from the top down, before what is read; they go from the bottom up. */
	private static List<Told> events(LockedComments locked, Collection<Long> ids, CommentStatus to, Set<Long> listed) {
		List<Told> gone = new ArrayList<>();
		List<Told> come = new ArrayList<>();
		Set<Long> changed = Set.copyOf(ids);
		for (LockedComment comment : locked.byId().values()) {
			boolean approved = changed.contains(comment.id()) ? to == CommentStatus.APPROVED : comment.isApproved();
			boolean place = listed.contains(comment.id());
			if (!comment.shown()) {
				continue;
			}
			if (approved && !comment.isApproved()) {
				come.add(0, new Told(CommentEvents.APPROVED, comment.id()));
			}
			else if (place && !comment.listed()) {
				come.add(0, new Told(CommentEvents.REMOVED, comment.id()));
			}
			else if (!approved && comment.isApproved() || !place && comment.listed()) {
				gone.add(new Told(CommentEvents.REMOVED, comment.id()));
			}
		}
		gone.addAll(come);
		return gone;
	}

	private Mono<Void> announce(List<Told> events) {
		return this.database.sql("select tell_of_comments(:kinds, :ids)")
			.bind("kinds", events.stream().map(Told::kind).toArray(String[]::new))
			.bind("ids", events.stream().map(Told::id).toArray(Long[]::new))
			.then();
	}

	/**
	 * Says something about comments, if readers see their articles: nothing may follow in
	 * the transaction.
	 * @param kind one of {@link CommentEvents}
	 * @param locked the comments
	 * @param ids those of them that it is about, in order
	 */
	public Mono<Void> announce(String kind, LockedComments locked, List<Long> ids) {
		return announce(kind, ids.stream().filter((id) -> locked.isShown(id)).toList());
	}

	/**
	 * Says something about comments below articles that readers see: nothing may follow
	 * in the transaction.
	 * @param kind one of {@link CommentEvents}
	 * @param ids the comments, in order
	 */
	public Mono<Void> announce(String kind, List<Long> ids) {
		return ids.isEmpty() ? Mono.empty() : announce(ids.stream().map((id) -> new Told(kind, id)).toList());
	}

}

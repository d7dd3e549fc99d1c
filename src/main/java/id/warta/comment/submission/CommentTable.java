package id.warta.comment.submission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import id.warta.comment.CommentEvents;
import id.warta.comment.CommentStatus;
import id.warta.comment.Transitions;
import id.warta.comment.setting.SiteCommentSettings;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.Rows;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Writes comments, many in one transaction, whose last statement tells readers of those
 * that they see.
 */
@Component
class CommentTable {

	/**
	 * What answers a comment that stands as deep as comments may stand, stands beside it.
	 */
	private static final String INSERT = """
			with submitted as materialized (
			    select nextval(pg_get_serial_sequence('comment', 'id')) as id, s.*, s.ordinality::integer - 1 as place
			    from rows from (jsonb_to_recordset(:rows) as (
			        article bigint, parent bigint, status text, name text, email text, staff bigint, body text, source text,
			        held text[], address text, agent text, key text, duplicate text)) with ordinality as s),
			placed as (
			    select s.*, p.depth < :deepest as below, p.id as answered, p.parent_id as beside, p.depth
			    from submitted s
			    join article a on a.id = s.article and a.visible
			    left join comment p on p.id = s.parent
			    where s.parent is null or p.article_id = a.id and p.status = 'APPROVED'),
			added as (
			    insert into comment as c (id, article_id, parent_id, reply_to_id, depth, status, author_name, author_email,
			        by_staff, staff_id, body, source, held_for, author_address, user_agent, idempotency_key, duplicate_key,
			        created_at)
			    select id, article, case when below then answered else beside end, case when not below then answered end,
			        case when answered is null then 0 when below then depth + 1 else depth end, status, name, email,
			        staff is not null, staff, body, source, held, nullif(address, '')::inet, agent, key,
			        decode(duplicate, 'hex'), clock_timestamp()
			    from placed order by place
			    on conflict do nothing
			    returning %s)
			select s.place, c.* from added c join submitted s on s.id = c.id order by s.place"""
		.formatted(OwnComment.COLUMNS);

	private final DatabaseClient database;

	private final SiteCommentSettings settings;

	private final Transitions transitions;

	private final TransactionalOperator transaction;

	private final JsonMapper json;

	CommentTable(DatabaseClient database, SiteCommentSettings settings, Transitions transitions,
			TransactionalOperator transaction, JsonMapper json) {
		this.database = database;
		this.settings = settings;
		this.transitions = transitions;
		this.transaction = transaction;
		this.json = json;
	}

	/**
	 * Adds comments. Those whose article or whatever they answer has gone meanwhile are
	 * left out, and those that are there already.
	 * @return the others, by their place in the list
	 */
	Mono<Map<Integer, OwnComment>> add(List<CommentRow> rows) {
		return lock(rows).then(Mono.defer(() -> insert(rows)))
			.delayUntil((added) -> announce(added.values()))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	/** In the order in which {@link Transitions} locks. */
	private Mono<Void> lock(List<CommentRow> rows) {
		return this.database.sql("select from article where id = any(:ids) order by id for share")
			.bind("ids", ids(rows, CommentRow::article))
			.then()
			.then(this.database
				.sql("select from comment where id = any(:ids) order by depth desc, id for no key update")
				.bind("ids", ids(rows, CommentRow::parent))
				.then());
	}

	private static Long[] ids(List<CommentRow> rows, Function<CommentRow, @Nullable Long> id) {
		return rows.stream().map(id).filter(Objects::nonNull).distinct().toArray(Long[]::new);
	}

	private Mono<Map<Integer, OwnComment>> insert(List<CommentRow> rows) {
		return this.database.sql(INSERT)
			.bind("rows", Json.of(this.json.writeValueAsString(rows)))
			.bind("deepest", this.settings.current().maxDepth())
			.map((row) -> Map.entry(Rows.required(row, "place", Integer.class), OwnComment.of(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Void> announce(Collection<OwnComment> added) {
		Stream<OwnComment> seen = added.stream().filter((comment) -> comment.status() == CommentStatus.APPROVED);
		return this.transitions.announce(CommentEvents.APPROVED, seen.map(OwnComment::id).sorted().toList());
	}

}

package id.warta.comment.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;
import id.warta.platform.Rows;
import id.warta.platform.Total;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads comments for moderators: all of the site's, whatever became of them. A page is
 * one statement, and one more for the total if that is asked for.
 */
@Component
class ModeratedComments {

	private static final String FROM = " from comment c join article a on a.id = c.article_id where ";

	private final DatabaseClient database;

	ModeratedComments(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A page of those of which something holds.
	 */
	Mono<Connection<ModeratedComment>> page(ModeratedCommentWhere where, ModerationOrder order,
			DataFetchingEnvironment environment) {
		PageArguments page = PageArguments.of(environment, order.list(), 2, Keyset::check);
		ModeratedCommentWhere.Condition condition = where.condition();
		boolean text = environment.getSelectionSet()
			.containsAnyOf("nodes/body", "nodes/source", "edges/node/body", "edges/node/source");
		Mono<Connection<ModeratedComment>> read = page(condition, page, order, text);
		return environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact")
				? read.zipWith(total(condition), Connection::withTotal) : read;
	}

	private Mono<Connection<ModeratedComment>> page(ModeratedCommentWhere.Condition condition, PageArguments page,
			ModerationOrder order, boolean text) {
		Keyset keyset = new Keyset(page, "c.created_at", "c.id", order == ModerationOrder.NEWEST);
		return keyset
			.bind(this.database.sql("select " + ModeratedComment.columns(text) + FROM + condition.sql() + keyset.sql())
				.bindValues(condition.parameters()))
			.map(ModeratedComment::of)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page, order::cursor));
	}

	private Mono<Total> total(ModeratedCommentWhere.Condition condition) {
		return this.database
			.sql("select count(*) from (select from comment c where " + condition.sql() + " limit :bound) counted")
			.bindValues(condition.parameters())
			.bind("bound", Total.BOUND + 1)
			.mapValue(Long.class)
			.one()
			.map(Total::bounded);
	}

	/**
	 * One comment; empty if there is no such.
	 * @param text whether its text is wanted
	 */
	Mono<ModeratedComment> byId(long id, boolean text) {
		return byIds(List.of(id), text).next();
	}

	/**
	 * Comments in no order; those that there are not are missing.
	 * @param text whether their texts are wanted
	 */
	Flux<ModeratedComment> byIds(Collection<Long> ids, boolean text) {
		return this.database.sql("select " + ModeratedComment.columns(text) + FROM + "c.id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(ModeratedComment::of)
			.all();
	}

	/**
	 * How many approved comments e-mail addresses have.
	 * @param emails in lower case; those without such comments are missing
	 */
	Mono<Map<String, Long>> approved(Collection<String> emails) {
		return this.database.sql("""
				select lower(author_email) as email, count(*) as approved from comment
				where lower(author_email) = any(:emails) and status = 'APPROVED' group by lower(author_email)""")
			.bind("emails", emails.stream().map((email) -> email.toLowerCase(Locale.ROOT)).toArray(String[]::new))
			.map((row) -> Map.entry(Rows.required(row, "email", String.class),
					Rows.required(row, "approved", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

}

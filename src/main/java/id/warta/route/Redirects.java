package id.warta.route;

import java.util.Collection;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.PageArguments;
import id.warta.platform.Total;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The redirects as the newsroom alone reads them.
 */
@Component
class Redirects implements NodeLoader {

	/**
	 * The kind of the events that say that a redirect has changed: for those who keep
	 * what they were told of an address. The payload holds its {@code path} and its
	 * {@code formerPath}.
	 */
	static final String CHANGED = "REDIRECT_CHANGED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Redirect";

	private static final String LIST = "redirects";

	private static final String CONTAINING = """
			from redirect where (position(lower(:text) in lower(path)) > 0 or position(lower(:text) in lower(target)) > 0)""";

	private final DatabaseClient database;

	private final RedirectTable table;

	Redirects(DatabaseClient database, RedirectTable table) {
		this.database = database;
		this.table = table;
	}

	/**
	 * A page of the list of redirects, the newest first.
	 * @param containing only those whose path or target contains it; null for all
	 */
	Mono<Connection<Redirect>> list(Viewer viewer, @Nullable String containing, DataFetchingEnvironment environment) {
		viewer.require(Permission.MANAGE_PAGES);
		PageArguments page = PageArguments.of(environment, LIST, 2, Keyset::check);
		String text = (containing != null) ? containing : "";
		Mono<Connection<Redirect>> read = page(page, text);
		return environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact")
				? read.zipWith(total(text), Connection::withTotal) : read;
	}

	private Mono<Connection<Redirect>> page(PageArguments page, String text) {
		Keyset keyset = new Keyset(page, "created_at", "id", true);
		return keyset
			.bind(this.database.sql("select " + Redirect.COLUMNS + " " + CONTAINING + keyset.sql()).bind("text", text))
			.map(Redirect::of)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page,
					(redirect) -> Cursor.of(LIST, redirect.createdAt(), redirect.id())));
	}

	private Mono<Total> total(String text) {
		return this.database.sql("select count(*) as total from (select " + CONTAINING + " limit :bound) counted")
			.bind("text", text)
			.bind("bound", Total.BOUND + 1)
			.mapValue(Long.class)
			.one()
			.map(Total::bounded);
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return Viewer.of(environment).may(Permission.MANAGE_PAGES)
				? this.table.byIds(ids).collectMap(Redirect::id, Node.class::cast) : Mono.just(Map.of());
	}

}

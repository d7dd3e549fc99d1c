package id.warta.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.NodeId;
import id.warta.platform.PageArguments;
import id.warta.platform.Total;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * All pages, for the newsroom alone.
 */
@Component
class NewsroomPages {

	private static final String LIST = "newsroomPages";

	private static final String OF_STATUS = "from page where status = any(:statuses)";

	private final DatabaseClient database;

	private final PageTable pages;

	NewsroomPages(DatabaseClient database, PageTable pages) {
		this.database = database;
		this.pages = pages;
	}

	/**
	 * A page; empty if there is none.
	 */
	Mono<NewsroomPage> byId(Viewer viewer, String id) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.pages.byIds(List.of(NodeId.parse(id, Pages.SUBJECT, "id"))).next();
	}

	/**
	 * The pages above pages; those at the top have none.
	 */
	Mono<Map<NewsroomPage, NewsroomPage>> parents(List<NewsroomPage> pages) {
		return this.pages.byIds(pages.stream().map(NewsroomPage::parentId).filter(Objects::nonNull).distinct().toList())
			.collectMap(NewsroomPage::key)
			.map((parents) -> pages.stream()
				.distinct()
				.filter((page) -> page.parentId() != null && parents.containsKey(page.parentId()))
				.collect(Collectors.toMap(Function.identity(),
						(page) -> Objects.requireNonNull(parents.get(page.parentId())))));
	}

	/**
	 * A page of the list of pages, the latest changed first.
	 * @param status only those that have come this far; null for all
	 */
	Mono<Connection<NewsroomPage>> list(Viewer viewer, @Nullable PageStatus status,
			DataFetchingEnvironment environment) {
		viewer.require(Permission.MANAGE_PAGES);
		PageArguments page = PageArguments.of(environment, LIST, 2, Keyset::check);
		String[] statuses = (status != null) ? new String[] { status.name() }
				: new String[] { PageStatus.DRAFT.name(), PageStatus.PUBLISHED.name() };
		Keyset keyset = new Keyset(page, "updated_at", "id", true);
		return keyset
			.bind(this.database.sql("select " + NewsroomPage.COLUMNS + " " + OF_STATUS + keyset.sql())
				.bind("statuses", statuses))
			.map(NewsroomPage::of)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page, NewsroomPages::cursor))
			.zipWith(total(statuses), Connection::withTotal);
	}

	private static Cursor cursor(NewsroomPage page) {
		return Cursor.of(LIST, page.updatedAt(), page.key());
	}

	private Mono<Total> total(String[] statuses) {
		return this.database.sql("select count(*) as total " + OF_STATUS)
			.bind("statuses", statuses)
			.mapValue(Long.class)
			.one()
			.map((count) -> new Total(count, true));
	}

}

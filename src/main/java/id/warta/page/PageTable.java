package id.warta.page;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * All pages, drafts too, as the newsroom reads and writes them. Whoever writes locks the
 * table first: pages change rarely, and so neither addresses nor the tree can race.
 */
@Component
class PageTable {

	private final DatabaseClient database;

	PageTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Keeps everybody else from writing pages until the transaction ends.
	 */
	Mono<Void> lock() {
		return this.database.sql("lock table page in share row exclusive mode").then();
	}

	/**
	 * A page that nobody can change or begin to refer to until the transaction ends;
	 * fails with {@code NOT_FOUND} if there is none.
	 */
	Mono<NewsroomPage> lock(long id) {
		return lock().then(this.database.sql("select " + NewsroomPage.COLUMNS + " from page where id = :id for update")
			.bind("id", id)
			.map(NewsroomPage::of)
			.one()
			.switchIfEmpty(Mono.error(() -> unknown("pageId"))));
	}

	/**
	 * Pages by their ids, in no order.
	 */
	Flux<NewsroomPage> byIds(Collection<Long> ids) {
		return this.database.sql("select " + NewsroomPage.COLUMNS + " from page where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(NewsroomPage::of)
			.all();
	}

	/**
	 * Refuses an address or a place that a page can't have.
	 * @param id the page; 0 for a new one
	 * @param columns what is about to be written. Fails with {@code SLUG_TAKEN},
	 * {@code NOT_FOUND} or {@code CYCLE}
	 */
	Mono<Void> check(long id, EditedColumns columns) {
		return free(id, columns.get("slug")).then(Mono.defer(() -> placed(id, columns.get("parent_id"))));
	}

	private Mono<Void> free(long id, @Nullable Object slug) {
		return (slug == null) ? Mono.empty()
				: this.database.sql("""
						select exists (select from page where slug = :slug and id <> :id)
						    or (exists (select from article where slug = :slug)
						        or exists (select from article_slug_history where slug = :slug))
						    and not exists (select from page where slug = :slug and id = :id) as taken""")
					.bind("slug", slug)
					.bind("id", id)
					.mapValue(Boolean.class)
					.one()
					.filter((taken) -> !taken)
					.switchIfEmpty(Mono.error(() -> new InvalidInputException("SLUG_TAKEN", "slug",
							"Another page or an article has this slug, or an article had it")))
					.then();
	}

	private Mono<Void> placed(long id, @Nullable Object parent) {
		return (parent == null) ? Mono.empty()
				: this.database.sql("""
						with recursive up (id) as (
						    select id from page where id = :parent
						    union
						    select p.parent_id from up join page p on p.id = up.id where p.parent_id is not null)
						select id from up""")
					.bind("parent", parent)
					.mapValue(Long.class)
					.all()
					.collectList()
					.doOnNext((above) -> requirePlace(id, above))
					.then();
	}

	private static void requirePlace(long id, List<Long> above) {
		if (above.isEmpty()) {
			throw unknown("parentId");
		}
		if (above.contains(id)) {
			throw new InvalidInputException("CYCLE", "parentId", "A page can't stand below itself");
		}
	}

	private static InvalidInputException unknown(String field) {
		return new InvalidInputException("NOT_FOUND", field, "There is no such page");
	}

	Mono<NewsroomPage> insert(EditedColumns columns) {
		return this.database.sql("""
				insert into page (parent_id, slug, status, title, body, position)
				select parent_id, slug, status, title, body, position from jsonb_populate_record(null::page, :columns)
				returning\s""" + NewsroomPage.COLUMNS).bind("columns", columns.json()).map(NewsroomPage::of).one();
	}

	/**
	 * Writes a page's next revision.
	 */
	Mono<NewsroomPage> update(long id, EditedColumns columns) {
		return this.database.sql("""
				update page p set revision = revision + 1, updated_at = now(),
				    (parent_id, slug, status, title, body, position) = (
				        select r.parent_id, r.slug, r.status, r.title, r.body, r.position
				        from jsonb_populate_record(p, :columns) r)
				where id = :id returning\s""" + NewsroomPage.COLUMNS)
			.bind("columns", columns.json())
			.bind("id", id)
			.map(NewsroomPage::of)
			.one();
	}

	/**
	 * Deletes a page; those below it move up to where it stood. Fails with {@code IN_USE}
	 * if a menu leads to it.
	 */
	Mono<Void> delete(NewsroomPage page) {
		return unused(page.key()).then(moveUp(page))
			.then(this.database.sql("delete from page where id = :id").bind("id", page.key()).then());
	}

	private Mono<Void> unused(long id) {
		return this.database.sql("select exists (select from menu_item where page_id = :id) as used")
			.bind("id", id)
			.mapValue(Boolean.class)
			.one()
			.filter((used) -> !used)
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("IN_USE", "pageId", "A menu leads to the page")))
			.then();
	}

	private Mono<Void> moveUp(NewsroomPage page) {
		return this.database.sql("update page set parent_id = nullif(:parent, 0) where parent_id = :id")
			.bind("parent", Objects.requireNonNullElse(page.parentId(), 0L))
			.bind("id", page.key())
			.then();
	}

	/**
	 * The site's own address, which those in a text are relative to.
	 */
	Mono<String> siteAddress() {
		return this.database.sql("select url || '/' as address from site").mapValue(String.class).one();
	}

}

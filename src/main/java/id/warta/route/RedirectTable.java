package id.warta.route;

import java.util.Collection;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes redirects. Whoever writes locks the table first: two redirects that
 * are made at the same time could lead to each other.
 */
@Component
class RedirectTable {

	private final DatabaseClient database;

	RedirectTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The redirect of an address; empty if it has none.
	 */
	Mono<Redirect> at(Paths path) {
		return this.database.sql("select " + Redirect.COLUMNS + " from redirect where path = :path")
			.bind("path", path.toString())
			.map(Redirect::of)
			.one();
	}

	/**
	 * Redirects by their ids, in no order.
	 */
	Flux<Redirect> byIds(Collection<Long> ids) {
		return this.database.sql("select " + Redirect.COLUMNS + " from redirect where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(Redirect::of)
			.all();
	}

	/**
	 * Keeps everybody else from writing redirects until the transaction ends.
	 */
	Mono<Void> lock() {
		return this.database.sql("lock table redirect in share row exclusive mode").then();
	}

	/**
	 * The same, with a redirect; fails with {@code NOT_FOUND} if there is none.
	 */
	Mono<Redirect> lock(long id) {
		return lock()
			.then(Mono.defer(() -> this.database.sql("select " + Redirect.COLUMNS + " from redirect where id = :id")
				.bind("id", id)
				.map(Redirect::of)
				.one()
				.switchIfEmpty(Mono
					.error(() -> new InvalidInputException("NOT_FOUND", "redirectId", "There is no such redirect")))));
	}

	/**
	 * Fails with {@code TAKEN} if the address has a redirect, with {@code LOOP} if this
	 * one would lead back to where it begins.
	 */
	Mono<Redirect> insert(EditedColumns columns) {
		return this.database.sql("""
				insert into redirect (path, target, target_path)
				select path, target, target_path from jsonb_populate_record(null::redirect, :columns)
				returning\s""" + Redirect.COLUMNS)
			.bind("columns", columns.json())
			.map(Redirect::of)
			.one()
			.onErrorMap(DuplicateKeyException.class, (ex) -> taken())
			.delayUntil(this::leadsAway);
	}

	/**
	 * Fails as {@link #insert} does.
	 */
	Mono<Redirect> update(long id, EditedColumns columns) {
		return this.database.sql("""
				update redirect o set updated_at = now(), (path, target, target_path) = (
				    select r.path, r.target, r.target_path from jsonb_populate_record(o, :columns) r)
				where id = :id returning\s""" + Redirect.COLUMNS)
			.bind("columns", columns.json())
			.bind("id", id)
			.map(Redirect::of)
			.one()
			.onErrorMap(DuplicateKeyException.class, (ex) -> taken())
			.delayUntil(this::leadsAway);
	}

	private static InvalidInputException taken() {
		return new InvalidInputException("TAKEN", "path", "This path has a redirect");
	}

	private Mono<Boolean> leadsAway(Redirect redirect) {
		return this.database
			.sql("""
					with recursive chain (path) as (
					    select target_path from redirect where id = :id and target_path is not null
					    union
					    select r.target_path from chain c join redirect r on r.path = c.path where r.target_path is not null)
					select exists (select from chain where path = :path) as loop""")
			.bind("id", redirect.id())
			.bind("path", redirect.path())
			.mapValue(Boolean.class)
			.one()
			.filter((loop) -> !loop)
			.switchIfEmpty(Mono
				.error(() -> new InvalidInputException("LOOP", "target", "This would lead back to where it begins")));
	}

	Mono<Void> delete(Redirect redirect) {
		return this.database.sql("delete from redirect where id = :id").bind("id", redirect.id()).then();
	}

	/**
	 * The site's own address, without a slash at the end.
	 */
	Mono<String> siteUrl() {
		return this.database.sql("select url from site").mapValue(String.class).one();
	}

}

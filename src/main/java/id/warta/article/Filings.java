package id.warta.article;

import java.util.Collection;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Changes what many articles are filed under at once, within the transaction of whoever
 * changes the categories, tags and authors themselves. The lists of articles follow by
 * themselves. Articles' revisions stay: nothing that anybody edits was changed.
 */
@Component
public class Filings {

	private final DatabaseClient database;

	Filings(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Files all articles that are filed under some things under another one. An article
	 * that is filed under several of them keeps the first place; somebody with several
	 * roles in an article keeps them.
	 */
	public Mono<Void> move(ArticleRelation relation, Collection<Long> from, long to) {
		return lock(relation, from).then(keepFirst(relation, from, to)).then(rename(relation, from, to));
	}

	/**
	 * Takes something off all articles.
	 */
	public Mono<Void> remove(ArticleRelation relation, Collection<Long> ids) {
		return lock(relation, ids).then(write("delete from %1$s where %2$s = any(:ids)", relation, ids));
	}

	/**
	 * Those who edit articles lock them first. Of categories, whose moves lock the
	 * filings before, nothing may be filed anew from now on.
	 */
	private Mono<Void> lock(ArticleRelation relation, Collection<Long> ids) {
		Mono<Void> filings = (relation == ArticleRelation.CATEGORIES)
				? this.database.sql("lock table article_category in share row exclusive mode").then() : Mono.empty();
		return filings.then(write("""
				select count(*) from (
				    select from article where id in (select article_id from %1$s where %2$s = any(:ids))
				    order by id for no key update) locked""", relation, ids));
	}

	private Mono<Void> keepFirst(ArticleRelation relation, Collection<Long> from, long to) {
		return this.database
			.sql("""
					delete from %1$s f using %1$s earlier
					where f.article_id in (select article_id from %1$s where %2$s = any(:from))
					and (f.%2$s = any(:from) or f.%2$s = :to) and (earlier.%2$s = any(:from) or earlier.%2$s = :to)
					and earlier.article_id = f.article_id and earlier.position < f.position%3$s""".formatted(
					relation.table(), relation.column(),
					(relation == ArticleRelation.AUTHORS) ? " and earlier.role = f.role" : ""))
			.bind("from", from.toArray(Long[]::new))
			.bind("to", to)
			.then();
	}

	private Mono<Void> rename(ArticleRelation relation, Collection<Long> from, long to) {
		return this.database
			.sql("update %1$s set %2$s = :to where %2$s = any(:from)".formatted(relation.table(), relation.column()))
			.bind("from", from.toArray(Long[]::new))
			.bind("to", to)
			.then();
	}

	private Mono<Void> write(String statement, ArticleRelation relation, Collection<Long> ids) {
		return this.database.sql(statement.formatted(relation.table(), relation.column()))
			.bind("ids", ids.toArray(Long[]::new))
			.then();
	}

}

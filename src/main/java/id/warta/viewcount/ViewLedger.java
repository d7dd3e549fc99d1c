package id.warta.viewcount;

import java.util.Collection;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The views that PostgreSQL holds.
 */
@Component
class ViewLedger {

	private final DatabaseClient database;

	ViewLedger(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What is held of the articles, all as of one moment; unknown articles have none.
	 */
	Flux<Recorded> of(Collection<Long> articles) {
		return of(articles, "");
	}

	/**
	 * The same of those articles alone that readers may see.
	 */
	Flux<Recorded> ofVisible(Collection<Long> articles) {
		return of(articles, " join article a on a.id = k.id and a.visible");
	}

	private Flux<Recorded> of(Collection<Long> articles, String narrowed) {
		return this.database.sql("""
				select k.id, coalesce(v.total, 0) as views, coalesce(f.batch, 0) as batch
				from unnest(:articles) as k(id)%s
				left join article_views v on v.article_id = k.id
				left join view_flush f on f.shard = mod(k.id, :shards)""".formatted(narrowed))
			.bind("articles", articles.toArray(Long[]::new))
			.bind("shards", Shard.COUNT)
			.map((row) -> new Recorded(number(row, "id"), number(row, "views"), number(row, "batch")))
			.all();
	}

	/**
	 * The newest batch held of the shard of an article; empty if readers may not see the
	 * article.
	 */
	Mono<Long> newestBatch(long articleId) {
		return this.database.sql("""
				select coalesce((select batch from view_flush where shard = :shard), 0) as batch
				from article where id = :article and visible""")
			.bind("shard", Shard.of(articleId).number())
			.bind("article", articleId)
			.map((row) -> number(row, "batch"))
			.one();
	}

	/**
	 * Adds a batch, unless it is held already: in one statement, and so wholly or not at
	 * all. Views of articles that are no more are left out.
	 * @return whether it was added
	 */
	Mono<Boolean> record(Batch batch) {
		return this.database.sql("""
				with added as (
				    insert into view_flush as f (shard, batch) values (:shard, :batch)
				    on conflict (shard) do update set batch = excluded.batch where f.batch < excluded.batch
				    returning shard
				),
				counted as (
				    insert into article_views as v (article_id, total)
				    select a.id, b.views
				    from added, unnest(:articles, :views) as b(article_id, views) join article a on a.id = b.article_id
				    order by a.id
				    on conflict (article_id) do update set total = v.total + excluded.total
				)
				select exists (select from added) as added""")
			.bind("shard", batch.shard().number())
			.bind("batch", batch.number())
			.bind("articles", batch.views().keySet().toArray(Long[]::new))
			.bind("views", batch.views().values().toArray(Long[]::new))
			.map((row) -> Objects.requireNonNull(row.get("added", Boolean.class)))
			.one();
	}

	private static Long number(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, Long.class));
	}

}

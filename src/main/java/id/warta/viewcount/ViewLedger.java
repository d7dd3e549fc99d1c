package id.warta.viewcount;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

import id.warta.site.SiteSettings;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The views that PostgreSQL holds.
 */
@Component
class ViewLedger {

	/** How many articles' views a statement adds, so that none takes long. */
	private static final int AT_ONCE = 1000;

	private final DatabaseClient database;

	private final InstantSource clock;

	private final SiteSettings site;

	private final TransactionalOperator transaction;

	ViewLedger(DatabaseClient database, InstantSource clock, SiteSettings site, TransactionalOperator transaction) {
		this.transaction = transaction;
		this.database = database;
		this.clock = clock;
		this.site = site;
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
	 * How many visitors the articles have had, the sum of their months; those that have
	 * had none are missing.
	 */
	Mono<Map<Long, Long>> visitors(Collection<Long> articles) {
		return this.database.sql("""
				select article_id as id, sum(visitors)::bigint as visitors from article_visitors
				where article_id = any(:articles) group by article_id""")
			.bind("articles", articles.toArray(Long[]::new))
			.map((row) -> Map.entry(number(row, "id"), number(row, "visitors")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * The newest batch held of each shard that has one.
	 */
	Flux<Newest> newestBatches() {
		return this.database.sql("select shard, batch from view_flush")
			.map((row) -> new Newest(Shard.ALL.get(number(row, "shard").intValue()), number(row, "batch")))
			.all();
	}

	/**
	 * A shard's newest batch.
	 */
	record Newest(Shard shard, long number) {

	}

	/**
	 * Adds a batch, unless it is held already: wholly or not at all. Views of articles
	 * that are no more are left out. By time they count as of now: a flush's interval
	 * later than they were, or however long PostgreSQL was away.
	 * @return whether it was added
	 */
	Mono<Boolean> record(Batch batch) {
		List<Batch> parts = batch.parts(AT_ONCE);
		Mono<Boolean> first = add(parts.get(0), """
				insert into view_flush as f (shard, batch) values (:shard, :batch)
				on conflict (shard) do update set batch = excluded.batch where f.batch < excluded.batch
				returning shard""");
		return (parts.size() == 1) ? first
				: first.delayUntil((added) -> added ? add(parts.subList(1, parts.size())) : Mono.empty())
					.as(this.transaction::transactional);
	}

	private Mono<Void> add(List<Batch> parts) {
		return Flux.fromIterable(parts)
			.concatMap((part) -> add(part, "select shard from view_flush where shard = :shard and batch = :batch"), 0)
			.then();
	}

	/**
	 * Adds a part of a batch.
	 * @param added selects a row if it is to be added
	 */
	private Mono<Boolean> add(Batch batch, String added) {
		Instant now = this.clock.instant();
		ZoneId zone = this.site.current().zone();
		return this.database.sql("with added as (" + added + """
				),
				batch as (
				    select a.id as article_id, b.views
				    from added, unnest(:articles, :views) as b(article_id, views) join article a on a.id = b.article_id
				),
				counted as (
				    insert into article_views as v (article_id, total)
				    select article_id, views from batch order by article_id
				    on conflict (article_id) do update set total = v.total + excluded.total
				),
				counted_by_time as (
				    insert into article_views_by_time as v (step, bucket, article_id, views)
				    select s.step, s.bucket, batch.article_id, batch.views
				    from batch, unnest(:steps, :buckets) as s(step, bucket)
				    order by s.step, batch.article_id
				    on conflict (step, bucket, article_id) do update set views = v.views + excluded.views
				),
				counted_by_source as (
				    insert into article_views_by_source as v (day, source, article_id, views)
				    select :day, s.source, s.article_id, s.views
				    from added, unnest(:sourceArticles, :sources, :sourceViews) as s(article_id, source, views)
				    join article a on a.id = s.article_id
				    order by s.source, s.article_id
				    on conflict (day, source, article_id) do update set views = v.views + excluded.views
				),
				met as (
				    insert into article_visitors as v (article_id, month, visitors)
				    select m.article_id, m.month, m.visitors
				    from added, unnest(:visitorArticles, :months, :visitors) as m(article_id, month, visitors)
				    join article a on a.id = m.article_id
				    order by m.article_id, m.month
				    on conflict (article_id, month) do update set visitors = greatest(v.visitors, excluded.visitors)
				)
				select exists (select from added) as added""")
			.bind("shard", batch.shard().number())
			.bind("batch", batch.number())
			.bind("articles", batch.views().keySet().toArray(Long[]::new))
			.bind("views", batch.views().values().toArray(Long[]::new))
			.bind("steps", Arrays.stream(Step.values()).map(Step::name).toArray(String[]::new))
			.bind("buckets", Arrays.stream(Step.values()).map((step) -> step.floor(now, zone)).toArray(Instant[]::new))
			.bind("day", LocalDate.ofInstant(now, zone))
			.bind("sourceArticles", column(batch.sources(), Batch.OfSource::article, Long[]::new))
			.bind("sources", column(batch.sources(), (views) -> views.source().name(), String[]::new))
			.bind("sourceViews", column(batch.sources(), Batch.OfSource::views, Long[]::new))
			.bind("visitorArticles", column(batch.visitors(), Batch.Visitors::article, Long[]::new))
			.bind("months", column(batch.visitors(), (visitors) -> visitors.month().atDay(1), LocalDate[]::new))
			.bind("visitors", column(batch.visitors(), Batch.Visitors::count, Long[]::new))
			.map((row) -> Objects.requireNonNull(row.get("added", Boolean.class)))
			.one();
	}

	private static <T, C> C[] column(List<T> rows, Function<T, C> column, IntFunction<C[]> array) {
		return rows.stream().map(column).toArray(array);
	}

	private static Long number(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, Long.class));
	}

}

package id.warta.placement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

import id.warta.platform.InvalidInputException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes what is pinned to placements. Whoever writes has locked the placement.
 */
@Component
class PinTable {

	private final DatabaseClient database;

	private final InstantSource clock;

	PinTable(DatabaseClient database, InstantSource clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * What is pinned to placements, in order, also what doesn't stand there now.
	 */
	Flux<PlacementPin> of(Collection<Long> placements) {
		return this.database.sql("""
				select p.placement_id, p.article_id, a.slug, a.title, a.visible, p.position, p.starts_at, p.ends_at
				from placement_pin p join article a on a.id = p.article_id
				where p.placement_id = any(:placements) order by p.placement_id, p.position, p.article_id""")
			.bind("placements", placements.toArray(Long[]::new))
			.map(PlacementPin::of)
			.all();
	}

	/**
	 * The articles that are pinned to a placement, in order.
	 */
	Mono<List<Long>> articles(long placement) {
		return this.database.sql("""
				select article_id from placement_pin where placement_id = :placement order by position, article_id""")
			.bind("placement", placement)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	/**
	 * Pins an article, or gives its pin other times. Fails with {@code NOT_FOUND} if
	 * there is no such article, with {@code BAD_ARGUMENT} if it would end before it
	 * starts.
	 */
	Mono<Void> pin(long placement, long article, PinToPlacementInput input) {
		Instant start = input.start(this.clock.instant());
		Instant end = input.end(start);
		return found(article).then(this.database.sql("""
				insert into placement_pin (placement_id, article_id, position, starts_at, ends_at)
				values (:placement, :article, 0, :startsAt, :endsAt)
				on conflict (placement_id, article_id) do update
				set starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
			.bind("placement", placement)
			.bind("article", article)
			.bind("startsAt", start)
			.bind("endsAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, end))
			.then());
	}

	/** Keeps it from being deleted meanwhile. */
	private Mono<Void> found(long article) {
		return this.database.sql("select id from article where id = :article for key share")
			.bind("article", article)
			.mapValue(Long.class)
			.one()
			.switchIfEmpty(Mono.error(() -> unknown("There is no such article")))
			.then();
	}

	/**
	 * Takes an article's pin away. Fails with {@code NOT_FOUND} if it has none.
	 */
	Mono<Void> unpin(long placement, long article) {
		return this.database.sql("""
				delete from placement_pin where placement_id = :placement and article_id = :article""")
			.bind("placement", placement)
			.bind("article", article)
			.fetch()
			.rowsUpdated()
			.filter((deleted) -> deleted > 0)
			.switchIfEmpty(Mono.error(() -> unknown("The article isn't pinned there")))
			.then();
	}

	private static InvalidInputException unknown(String message) {
		return new InvalidInputException("NOT_FOUND", "articleId", message);
	}

	/**
	 * Gives the pinned articles their places.
	 */
	Mono<Void> order(long placement, List<Long> articles) {
		return this.database.sql("""
				update placement_pin p set position = r.place - 1
				from unnest(:articles) with ordinality as r (article_id, place)
				where p.placement_id = :placement and p.article_id = r.article_id""")
			.bind("placement", placement)
			.bind("articles", articles.toArray(Long[]::new))
			.then();
	}

}

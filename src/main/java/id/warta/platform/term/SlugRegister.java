package id.warta.platform.term;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The slugs of one table, and those that its rows had before, which go on leading to
 * them. All of it runs in the transaction of whoever changes the rows, and lets nobody
 * else do so meanwhile.
 */
public final class SlugRegister {

	private static final int AT_ONCE = 50;

	private final DatabaseClient database;

	private final String table;

	/**
	 * The register of a table with a column {@code slug}, and a table
	 * {@code …_slug_history} beside it.
	 */
	public SlugRegister(DatabaseClient database, String table) {
		this.database = database;
		this.table = table;
	}

	/**
	 * The slug for something new.
	 * @param given the one that is wanted; null if it is to be made from the name, with a
	 * number if somebody has it, or had it before
	 * @return the slug; fails with {@code SLUG_TAKEN} if the one given is
	 */
	public Mono<String> of(String name, @Nullable String given) {
		return (given != null) ? claim(given).thenReturn(given) : free(Slugs.of(name), 1);
	}

	/**
	 * Gives something another slug; the one that it has leads to it from now on.
	 * @param wanted the slug that it is to have; null if it keeps the one that it has
	 * @return fails with {@code SLUG_TAKEN} if something else has it
	 */
	public Mono<Void> rename(long id, String slug, @Nullable String wanted) {
		return (wanted == null || wanted.equals(slug)) ? Mono.empty() : claim(wanted).then(retire(List.of(id), id));
	}

	/**
	 * Lets the slugs of rows lead to another row, with all those that they had before.
	 * @param ids whose slugs, as long as they have them
	 * @param heir where they are to lead
	 */
	public Mono<Void> retire(Collection<Long> ids, long heir) {
		return this.database
			.sql("""
					with former as (
					    update %1$s_slug_history set target_id = :heir where target_id = any(:ids) and target_id <> :heir)
					insert into %1$s_slug_history (slug, target_id) select slug, :heir from %1$s where id = any(:ids)
					on conflict (slug) do update set target_id = excluded.target_id, retired_at = excluded.retired_at"""
				.formatted(this.table))
			.bind("ids", ids.toArray(Long[]::new))
			.bind("heir", heir)
			.then();
	}

	/**
	 * The slugs that lead to rows which don't have them any more.
	 */
	public Mono<Map<String, Long>> former() {
		return this.database.sql("select slug, target_id from %s_slug_history".formatted(this.table))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("slug", String.class)),
					Objects.requireNonNull(row.get("target_id", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** Who takes a slug that led elsewhere ends that. */
	private Mono<Void> claim(String slug) {
		return this.database.sql("select slug from %s where slug = :slug".formatted(this.table))
			.bind("slug", slug)
			.mapValue(String.class)
			.one()
			.flatMap((taken) -> Mono.<Void>error(() -> taken()))
			.then(this.database.sql("delete from %s_slug_history where slug = :slug".formatted(this.table))
				.bind("slug", slug)
				.then());
	}

	private static InvalidInputException taken() {
		return new InvalidInputException("SLUG_TAKEN", "slug", "Something else has this slug");
	}

	private Mono<String> free(String slug, int from) {
		List<String> candidates = IntStream.range(from, from + AT_ONCE)
			.mapToObj((number) -> (number == 1) ? slug : Slugs.numbered(slug, number))
			.toList();
		return this.database.sql("""
				select slug from %1$s where slug = any(:candidates)
				union all select slug from %1$s_slug_history where slug = any(:candidates)""".formatted(this.table))
			.bind("candidates", candidates.toArray(String[]::new))
			.mapValue(String.class)
			.all()
			.collectList()
			.flatMap((taken) -> Mono
				.justOrEmpty(candidates.stream().filter((candidate) -> !taken.contains(candidate)).findFirst()))
			.switchIfEmpty(Mono.defer(() -> free(slug, from + AT_ONCE)));
	}

}

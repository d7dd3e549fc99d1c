package id.warta.importer.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Finds slugs that nobody has: the wanted one, or the wanted one with a number. Articles
 * and pages share their addresses, so that neither takes a slug of the other.
 */
@Component
class FreeSlugs {

	private final DatabaseClient database;

	FreeSlugs(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The slugs that the rows get, by their ids here. Who has the wanted slug already, or
	 * had to take one with a number, keeps it.
	 * @param wanted the wanted slugs by the ids of the rows
	 * @param changes the rows
	 */
	Mono<Map<Long, String>> find(Kind kind, Map<Long, String> wanted, Collection<? extends Change<?>> changes) {
		Map<Long, String> slugs = new HashMap<>();
		for (Change<?> change : changes) {
			String base = wanted.getOrDefault(change.id(), "");
			if (change.slug() != null && candidates(base, change.id()).anyMatch(change.slug()::equals)) {
				slugs.put(change.id(), change.slug());
			}
		}
		Map<Long, String> missing = new HashMap<>(wanted);
		missing.keySet().removeAll(slugs.keySet());
		return missing.isEmpty() ? Mono.just(slugs) : taken(kind, missing).map((taken) -> {
			taken.addAll(slugs.values());
			missing.forEach((id, base) -> slugs.put(id, first(candidates(base, id), taken)));
			return slugs;
		});
	}

	private static String first(Stream<String> candidates, Set<String> taken) {
		return candidates.filter(taken::add).findFirst().orElseThrow();
	}

	/** The last one holds the row's own id, so that some candidate is always free. */
	private static Stream<String> candidates(String base, long id) {
		return Stream.concat(Stream.of(base),
				Stream.concat(IntStream.rangeClosed(2, 9).mapToObj((number) -> base + "-" + number),
						Stream.of(base + "-" + id, base + "-" + id + "-" + id)));
	}

	private Mono<Set<String>> taken(Kind kind, Map<Long, String> wanted) {
		List<String> candidates = wanted.entrySet()
			.stream()
			.flatMap((entry) -> candidates(entry.getValue(), entry.getKey()))
			.distinct()
			.toList();
		return this.database.sql(switch (kind) {
			case ARTICLE, PAGE -> "select slug from article where slug = any(:slugs) union all "
					+ "select slug from page where slug = any(:slugs)";
			default -> "select slug from " + kind.table() + " where slug = any(:slugs)";
		})
			.bind("slugs", candidates.toArray(String[]::new))
			.mapValue(String.class)
			.all()
			.collect(HashSet::new, Set::add);
	}

}

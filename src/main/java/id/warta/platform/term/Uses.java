package id.warta.platform.term;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.warta.platform.InvalidInputException;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What refers to something, so that it can't just be deleted.
 */
public final class Uses {

	private final DatabaseClient database;

	private final String statement;

	/**
	 * Uses of rows of one table.
	 * @param uses what counts the uses of the row {@code :id}, by what a person calls
	 * them
	 */
	public Uses(DatabaseClient database, Map<String, String> uses) {
		this.database = database;
		this.statement = new TreeMap<>(uses).entrySet()
			.stream()
			.map((use) -> "select '%s' as kind, (select count(*) from %s) as number".formatted(use.getKey(),
					use.getValue()))
			.collect(Collectors.joining(" union all "));
	}

	/**
	 * Refuses to delete what is in use.
	 * @return fails with {@code IN_USE}
	 */
	public Mono<Void> requireNone(long id) {
		return this.database.sql("select kind, number from (" + this.statement + ") uses where number > 0")
			.bind("id", id)
			.map((row) -> Objects.requireNonNull(row.get("number", Long.class)) + " " + row.get("kind", String.class))
			.all()
			.collect(Collectors.joining(", "))
			.flatMap((found) -> found.isEmpty() ? Mono.empty()
					: Mono.error(() -> new InvalidInputException("IN_USE", "id", "It is in use: " + found)));
	}

}

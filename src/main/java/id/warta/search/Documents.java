package id.warta.search;

import java.time.Instant;

import id.warta.eventlog.DueWork;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes the documents of articles that have changed.
 */
@Component
class Documents implements DueWork {

	/** In one transaction; so many take about a third of a second. */
	private static final int AT_ONCE = 100;

	private final DatabaseClient database;

	Documents(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.database.sql("select search_catch_up(:most)").bind("most", AT_ONCE).mapValue(Integer.class).one();
	}

}

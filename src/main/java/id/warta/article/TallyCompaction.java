package id.warta.article;

import java.time.Duration;
import java.time.Instant;

import id.warta.eventlog.DueWork;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Adds up the changes of the lists' totals, so that counting stays short.
 */
@Component
class TallyCompaction implements DueWork {

	private final DatabaseClient database;

	TallyCompaction(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.database.sql("select article_tally_compact()").fetch().rowsUpdated().thenReturn(0);
	}

	@Override
	public Duration every() {
		return Duration.ofSeconds(10);
	}

}

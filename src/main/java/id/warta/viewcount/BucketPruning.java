package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;

import id.warta.eventlog.DueWork;
import id.warta.platform.Period;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Forgets short buckets when nobody asks for them any longer, a few at a time. Days are
 * kept for ever.
 */
@Component
class BucketPruning implements DueWork {

	private static final int BATCH = 1000;

	private final DatabaseClient database;

	BucketPruning(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return Flux
			.concat(prune(Step.MINUTES, now.minus(Period.HOUR.length().multipliedBy(2))),
					prune(Step.HOUR, now.minus(ViewStats.HOURS_KEPT)))
			.reduce(0, Integer::sum);
	}

	private Mono<Integer> prune(Step step, Instant until) {
		return this.database.sql("""
				delete from article_views_by_time where ctid = any(array(
				    select ctid from article_views_by_time where step = :step and bucket < :until
				    limit :batch for update skip locked))""")
			.bind("step", step.name())
			.bind("until", until)
			.bind("batch", BATCH)
			.fetch()
			.rowsUpdated()
			.map(Long::intValue);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(1);
	}

}

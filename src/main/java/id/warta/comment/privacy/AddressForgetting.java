package id.warta.comment.privacy;

import java.time.Duration;
import java.time.Instant;

import id.warta.comment.CommentProperties;
import id.warta.eventlog.DueWork;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Forgets from which addresses, and by which programs, comments were sent, a few at a
 * time, once they have served against abuse.
 */
@Component
class AddressForgetting implements DueWork {

	private static final int BATCH = 1000;

	private final DatabaseClient database;

	private final Duration retention;

	AddressForgetting(DatabaseClient database, CommentProperties properties) {
		this.database = database;
		this.retention = properties.addressRetention();
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.database.sql("""
				update comment set author_address = null, user_agent = null where id = any(array(
				    select id from comment
				    where created_at < :until and (author_address is not null or user_agent is not null)
				    order by created_at limit :batch for no key update skip locked))""")
			.bind("until", now.minus(this.retention))
			.bind("batch", BATCH)
			.fetch()
			.rowsUpdated()
			.map(Long::intValue);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(10);
	}

}

package id.warta.identity.account;

import java.util.List;

import id.warta.platform.ConflictException;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is always one who can look after the rest.
 */
@Component
class Administrators {

	private final DatabaseClient database;

	Administrators(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Refuses to lose the last one, with {@code LAST_ADMINISTRATOR}. All of them are
	 * locked up to the end of the transaction, so that two can't go at the same time.
	 * @param staffId who is about to go
	 */
	Mono<Void> requireAnother(long staffId) {
		return lock().then(Mono.defer(this::active))
			.filter((active) -> active.equals(List.of(staffId)))
			.flatMap((active) -> Mono
				.error(new ConflictException("LAST_ADMINISTRATOR", "There would be no administrator left")));
	}

	private Mono<Void> lock() {
		return this.database.sql("select id from staff where :role = any(roles) order by id for update")
			.bind("role", "ADMIN")
			.mapValue(Long.class)
			.all()
			.then();
	}

	private Mono<List<Long>> active() {
		return this.database.sql("""
				select id from staff
				where :role = any(roles) and disabled_at is null and (password is not null or issuer is not null)""")
			.bind("role", "ADMIN")
			.mapValue(Long.class)
			.all()
			.collectList();
	}

}

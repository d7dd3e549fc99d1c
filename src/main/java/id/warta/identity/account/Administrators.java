package id.warta.identity.account;

import java.util.List;

import id.warta.identity.OnOwnSignIn;
import id.warta.platform.ConflictException;
import reactor.core.publisher.Mono;

import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is always one who can look after the rest.
 */
@Component
class Administrators {

	/** Who can sign in where the staff sign in here. */
	static final String BY_PASSWORD = "issuer is null and password is not null and disabled_at is null";

	/** Who can sign in where they do at an identity provider. */
	private static final String ELSEWHERE = "issuer is not null and disabled_at is null";

	private final DatabaseClient database;

	private final String active;

	Administrators(DatabaseClient database, Environment environment) {
		this.database = database;
		this.active = "select id from staff where :role = any(roles) and "
				+ (OnOwnSignIn.matches(environment) ? BY_PASSWORD : ELSEWHERE);
	}

	/**
	 * Refuses to lose the last one who can sign in, with {@code LAST_ADMINISTRATOR}. All
	 * of them are locked up to the end of the transaction, so that two can't go at the
	 * same time.
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
		return this.database.sql(this.active).bind("role", "ADMIN").mapValue(Long.class).all().collectList();
	}

}

package id.warta.importer;

import java.time.InstantSource;
import java.time.ZoneId;

import io.r2dbc.spi.R2dbcException;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The transactions of an import. Only one import writes at a time: two at once would each
 * miss what the other adds.
 */
@Component
public class ImportTransactions {

	/** "wart" and 'i' for import. */
	private static final long LOCK = 0x77617274_69L;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final InstantSource clock;

	ImportTransactions(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Does the work in one transaction, or undoes all of it.
	 */
	public <T> Mono<T> one(Mono<T> work) {
		return this.transaction.transactional(this.database.sql("select pg_advisory_xact_lock(:lock)")
			.bind("lock", LOCK)
			.fetch()
			.rowsUpdated()
			.then(work));
	}

	Mono<ImportSetting> setting() {
		return this.database.sql("select time_zone, locale from site")
			.map((row) -> new ImportSetting(ZoneId.of(String.valueOf(row.get("time_zone", String.class))),
					String.valueOf(row.get("locale", String.class)), this.clock.instant()))
			.one();
	}

	/**
	 * What went wrong, in a line.
	 */
	static String reason(Throwable error) {
		Throwable cause = (error instanceof DataAccessException access
				&& access.getMostSpecificCause() instanceof R2dbcException) ? access.getMostSpecificCause() : error;
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
	}

}

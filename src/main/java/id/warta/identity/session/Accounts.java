package id.warta.identity.session;

import id.warta.identity.StaffRows;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The staff's passwords, as PostgreSQL keeps them. They are not held in memory.
 */
@Component
class Accounts {

	private static final String SELECT = "select staff.password, " + StaffRows.COLUMNS + " from staff where ";

	private final DatabaseClient database;

	Accounts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Who signs in by an address in lower case.
	 */
	Mono<Account> byEmail(String email) {
		return this.database.sql(SELECT + "staff.email = :email and staff.issuer is null")
			.bind("email", email)
			.map(Account::of)
			.one();
	}

	Mono<Account> byId(long id) {
		return this.database.sql(SELECT + "staff.id = :id").bind("id", id).map(Account::of).one();
	}

	/**
	 * The same, whom nobody else changes up to the end of the transaction.
	 */
	Mono<Account> lock(long id) {
		return this.database.sql(SELECT + "staff.id = :id for update").bind("id", id).map(Account::of).one();
	}

	/**
	 * Sets a password in place of the one that an account was read with.
	 * @return empty if it has another one by now
	 */
	Mono<Boolean> replacePassword(Account account, String hash) {
		return this.database.sql("""
				update staff set password = :hash, password_must_change = false
				where id = :id and password = :before""")
			.bind("hash", hash)
			.bind("id", account.staff().id())
			.bind("before", String.valueOf(account.password()))
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows > 0)
			.map((rows) -> true);
	}

	/**
	 * Sets a password, whatever it was before.
	 */
	Mono<Void> setPassword(long id, String hash) {
		return this.database.sql("update staff set password = :hash, password_must_change = false where id = :id")
			.bind("hash", hash)
			.bind("id", id)
			.then();
	}

}

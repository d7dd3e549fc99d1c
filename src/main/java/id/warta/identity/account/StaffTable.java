package id.warta.identity.account;

import java.time.Instant;
import java.util.Collection;

import id.warta.identity.Staff;
import id.warta.identity.StaffRows;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Role;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

/**
 * The accounts, as PostgreSQL keeps them.
 */
@Component
class StaffTable {

	private static final String RETURNING = " returning " + StaffRows.COLUMNS;

	private final DatabaseClient database;

	StaffTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Reads one, which nobody else changes up to the end of the transaction. Fails with
	 * {@code NOT_FOUND} if there is none.
	 */
	Mono<Staff> lock(long id) {
		return one(this.database.sql("select " + StaffRows.COLUMNS + " from staff where id = :id for update")
			.bind("id", id)).switchIfEmpty(Mono.error(() -> notFound("staffId", "There is no such account")));
	}

	/**
	 * Writes a new one without a password. Fails with {@code EMAIL_TAKEN} if there is one
	 * with this address.
	 */
	Mono<Staff> insert(String email, String name, Collection<Role> roles, @Nullable Long authorId) {
		return one(this.database.sql("""
				insert into staff (email, name, roles, author_id) values (:email, :name, :roles, :author)
				on conflict (email) do nothing""" + RETURNING)
			.bind("email", email)
			.bind("name", name)
			.bind("roles", names(roles))
			.bind("author", Parameter.fromOrEmpty(authorId, Long.class)))
			.switchIfEmpty(Mono.error(
					() -> new InvalidInputException("EMAIL_TAKEN", "email", "There is an account with this address")));
	}

	Mono<Staff> setRoles(long id, Collection<Role> roles) {
		return one(this.database.sql("update staff set roles = :roles where id = :id" + RETURNING)
			.bind("roles", names(roles))
			.bind("id", id));
	}

	/**
	 * Takes somebody's access, or gives it back.
	 * @param since since when it is taken; null if it is given back
	 */
	Mono<Staff> setDisabled(long id, @Nullable Instant since) {
		return one(this.database.sql("update staff set disabled_at = :since where id = :id" + RETURNING)
			.bind("since", Parameter.fromOrEmpty(since, Instant.class))
			.bind("id", id));
	}

	Mono<Staff> setProfile(long id, String name, @Nullable Long authorId) {
		return one(this.database.sql("update staff set name = :name, author_id = :author where id = :id" + RETURNING)
			.bind("name", name)
			.bind("author", Parameter.fromOrEmpty(authorId, Long.class))
			.bind("id", id));
	}

	private static Mono<Staff> one(GenericExecuteSpec statement) {
		return statement.map(StaffRows::staff)
			.one()
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> notFound("authorId", "There is no such author"));
	}

	private static InvalidInputException notFound(String argument, String message) {
		return new InvalidInputException("NOT_FOUND", argument, message);
	}

	private static String[] names(Collection<Role> roles) {
		return roles.stream().distinct().map(Role::name).toArray(String[]::new);
	}

}

package id.warta.identity.key;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The signing keys that all nodes share.
 */
@Component
class KeyTable {

	private final DatabaseClient database;

	KeyTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Keeps other nodes from changing them up to the end of the transaction.
	 */
	Mono<Void> lock() {
		return this.database.sql("lock table signing_key in share row exclusive mode").then();
	}

	/**
	 * All of them, the newest first.
	 */
	Mono<List<KeyRow>> all() {
		return this.database.sql("""
				select kid, public_key, private_key, wrapped, created_at from signing_key
				order by created_at desc, kid""").map(KeyTable::row).all().collectList();
	}

	private static KeyRow row(Readable row) {
		return new KeyRow(required(row, "kid", String.class), required(row, "public_key", byte[].class),
				required(row, "private_key", byte[].class), required(row, "wrapped", Boolean.class),
				required(row, "created_at", Instant.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	/**
	 * Writes one, in place of the one with the same kid.
	 */
	Mono<Void> write(KeyRow key) {
		return this.database.sql("""
				insert into signing_key (kid, public_key, private_key, wrapped, created_at)
				values (:kid, :public, :private, :wrapped, :created)
				on conflict (kid) do update set private_key = excluded.private_key, wrapped = excluded.wrapped""")
			.bind("kid", key.kid())
			.bind("public", key.publicKey())
			.bind("private", key.privateKey())
			.bind("wrapped", key.wrapped())
			.bind("created", key.createdAt())
			.then();
	}

	/**
	 * Forgets keys.
	 */
	Mono<Void> delete(List<KeyRow> keys) {
		return Flux.fromIterable(keys)
			.concatMap((
					key) -> this.database.sql("delete from signing_key where kid = :kid").bind("kid", key.kid()).then())
			.then();
	}

}

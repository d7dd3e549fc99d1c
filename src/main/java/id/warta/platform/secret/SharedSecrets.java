package id.warta.platform.secret;

import java.util.Objects;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Random secrets that all nodes share, in PostgreSQL, wrapped if there is a key to wrap
 * by. Whoever asks for one first makes it.
 */
@Component
public class SharedSecrets {

	private final DatabaseClient database;

	private final Wrapping wrapping;

	SharedSecrets(DatabaseClient database, Wrapping wrapping) {
		this.database = database;
		this.wrapping = wrapping;
	}

	/**
	 * Hashes by the secret of a name. It is read once, by whoever subscribes first, and
	 * then known.
	 */
	public Mono<KeyedHash> hash(String name) {
		return find(name).switchIfEmpty(Mono.defer(() -> make(name).then(find(name))))
			.map(KeyedHash::new)
			.cacheInvalidateIf((known) -> false);
	}

	private Mono<byte[]> find(String name) {
		return this.database.sql("select secret, wrapped from shared_secret where name = :name")
			.bind("name", name)
			.map((row) -> plain(row, name))
			.one();
	}

	private byte[] plain(Readable row, String name) {
		byte[] kept = Objects.requireNonNull(row.get("secret", byte[].class));
		return Boolean.TRUE.equals(row.get("wrapped", Boolean.class)) ? this.wrapping.unwrap(kept, name) : kept;
	}

	private Mono<Void> make(String name) {
		byte[] secret = Secrets.bytes();
		return this.database.sql("""
				insert into shared_secret (name, secret, wrapped) values (:name, :secret, :wrapped)
				on conflict (name) do nothing""")
			.bind("name", name)
			.bind("secret", this.wrapping.isOn() ? this.wrapping.wrap(secret, name) : secret)
			.bind("wrapped", this.wrapping.isOn())
			.then();
	}

}

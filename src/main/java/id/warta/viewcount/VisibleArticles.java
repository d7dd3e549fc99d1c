package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Finds the articles that readers see. A node remembers for a minute that it found one,
 * so that some views of an article count that was withdrawn, and for longer while
 * PostgreSQL can't be asked: then views go on being counted.
 */
@Component
class VisibleArticles {

	private static final int REMEMBERED = 100_000;

	private static final Duration FRESH = Duration.ofMinutes(1);

	/** How long to wait for news of an article that is known. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** How long to wait for an article that is not. */
	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final DatabaseClient database;

	private final InstantSource clock;

	private final Cache<ArticleKey, Found> found = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterAccess(Duration.ofHours(1))
		.build();

	VisibleArticles(DatabaseClient database, InstantSource clock) {
		this.database = database;
		this.clock = clock;
	}

	private record Found(long id, Instant at) {

	}

	/**
	 * The id of an article; empty if readers see none.
	 */
	Mono<Long> find(ArticleKey key) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			Found known = this.found.getIfPresent(key);
			return (known != null && now.isBefore(known.at().plus(FRESH))) ? Mono.just(known.id())
					: read(key, now, known);
		});
	}

	private Mono<Long> read(ArticleKey key, Instant now, @Nullable Found known) {
		return this.database.sql("select id from article where id = " + key.id() + " and visible")
			.bind("value", key.value())
			.map((row) -> Objects.requireNonNull(row.get("id", Long.class)))
			.one()
			.timeout((known != null) ? PATIENCE : LIMIT)
			.doOnSuccess((id) -> remember(key, id, now))
			.onErrorResume((ex) -> (known != null) ? Mono.just(known.id()) : Mono.error(ex));
	}

	private void remember(ArticleKey key, @Nullable Long id, Instant now) {
		if (id != null) {
			this.found.put(key, new Found(id, now));
		}
		else {
			this.found.invalidate(key);
		}
	}

}

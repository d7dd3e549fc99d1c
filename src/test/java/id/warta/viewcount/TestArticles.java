package id.warta.viewcount;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Articles to be read, under ids that no other test's articles have had: Redis remembers
 * whom it counted for which id.
 */
final class TestArticles {

	private static final AtomicLong LAST_ID = new AtomicLong(1_000_000_000);

	private TestArticles() {
	}

	static long published(DatabaseClient database) {
		return insert(database, 1, "PUBLISHED").get(0);
	}

	/**
	 * Articles of every shard in turn.
	 */
	static List<Long> published(DatabaseClient database, int count) {
		return insert(database, count, "PUBLISHED");
	}

	static long withdrawn(DatabaseClient database) {
		return insert(database, 1, "WITHDRAWN").get(0);
	}

	private static List<Long> insert(DatabaseClient database, int count, String status) {
		return Flux.range(0, count)
			.concatMap((i) -> database.sql("""
					insert into article (id, slug, title, status, published_at)
					values (:id, 'berita-' || :id, 'Berita', :status, now()) returning id""")
				.bind("id", LAST_ID.incrementAndGet())
				.bind("status", status)
				.mapValue(Long.class)
				.one())
			.collectList()
			.block();
	}

}

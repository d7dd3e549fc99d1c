package id.warta.viewcount;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Articles to be read.
 */
final class TestArticles {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestArticles() {
	}

	static long published(DatabaseClient database) {
		return insert(database, 1, "PUBLISHED").get(0);
	}

	static List<Long> published(DatabaseClient database, int count) {
		return insert(database, count, "PUBLISHED");
	}

	static long withdrawn(DatabaseClient database) {
		return insert(database, 1, "WITHDRAWN").get(0);
	}

	private static List<Long> insert(DatabaseClient database, int count, String status) {
		return Flux.range(0, count)
			.concatMap((i) -> database.sql("""
					insert into article (slug, title, status, published_at) values (:slug, 'Berita', :status, now())
					returning id""")
				.bind("slug", "view-count-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet())
				.bind("status", status)
				.mapValue(Long.class)
				.one())
			.collectList()
			.block();
	}

}

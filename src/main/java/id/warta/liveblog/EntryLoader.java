package id.warta.liveblog;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Finds entries by their ids: those that were not removed, of articles that readers may
 * see.
 */
@Component
class EntryLoader implements NodeLoader {

	private final DatabaseClient database;

	EntryLoader(DatabaseClient database) {
		this.database = database;
	}

	Mono<LiveBlogEntry> one(long id) {
		return byIds(List.of(id)).next();
	}

	private Flux<LiveBlogEntry> byIds(Collection<Long> ids) {
		return this.database.sql("""
				select %s from live_blog_entry e join article a on a.id = e.article_id and a.visible
				where e.id = any(:ids) and e.removed_at is null""".formatted(EntryRows.COLUMNS))
			.bind("ids", ids.toArray(Long[]::new))
			.map(EntryRows::map)
			.all();
	}

	@Override
	public String type() {
		return LiveBlogEvent.ENTRY;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return byIds(ids).collectMap(LiveBlogEntry::id, Node.class::cast);
	}

}

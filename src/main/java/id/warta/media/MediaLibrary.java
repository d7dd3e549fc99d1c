package id.warta.media;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Reads media.
 */
@Service
public class MediaLibrary implements NodeLoader {

	private final DatabaseClient database;

	MediaLibrary(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Media by their ids, in one statement; those that there are not are missing.
	 */
	public Mono<Map<Long, Media>> byIds(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.database.sql("select " + Media.COLUMNS + " from media m where m.id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(Media::of)
			.all()
			.collectMap(Media::id);
	}

	/**
	 * What stands in the text of articles, in its order, in one statement.
	 */
	Mono<Map<Long, List<ArticleMedia>>> inArticles(Collection<Long> articleIds) {
		return this.database.sql("""
				select p.article_id, p.caption as own_caption, %s from article_media p join media m on m.id = p.media_id
				where p.article_id = any(:ids) order by p.article_id, p.position""".formatted(Media.COLUMNS))
			.bind("ids", articleIds.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("article_id", Long.class)),
					new ArticleMedia(Media.of(row), row.get("own_caption", String.class))))
			.all()
			.collectList()
			.map((found) -> found.stream()
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
	}

	@Override
	public String type() {
		return "Media";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return byIds(ids).map(Map::copyOf);
	}

}

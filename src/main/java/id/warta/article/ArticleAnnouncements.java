package id.warta.article;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Says in the log what has happened to an article, with all that streams are filtered by.
 * Whatever changes an article so that its readers must hear of it announces that here.
 */
@Component
public class ArticleAnnouncements {

	private static final String APPEND = """
			select append_event(:kind, '%s', a.id, jsonb_build_object('revision', a.revision, %s)
			    || case when a.breaking_until is null then '{}' else '{"breaking": true}' end::jsonb || :extras) as position
			from article a where a.id = :id"""
		.formatted(ArticleEvents.SUBJECT,
				Stream.of(ArticleRelation.values()).map(ArticleAnnouncements::ids).collect(Collectors.joining(", ")));

	private final DatabaseClient database;

	private final JsonMapper json;

	ArticleAnnouncements(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	private static String ids(ArticleRelation relation) {
		return """
				'%1$s', (select coalesce(jsonb_agg(x.id order by x.id), '[]') from (
				    select %2$s from %3$s where article_id = a.id union select unnest(:%1$s)) as x (id))"""
			.formatted(relation.key(), relation.column(), relation.table());
	}

	/**
	 * Appends an event about an article as it is now. It must be the last statement of
	 * the transaction, since the event's position is locked up to the commit.
	 * @param kind what happened, of {@link ArticleEvents} or a feature's own
	 * @param id the article
	 * @param extras what the payload holds besides
	 * @return the event's position
	 */
	public Mono<Long> append(String kind, long id, Map<String, ?> extras) {
		return append(kind, id, extras, Map.of());
	}

	/**
	 * Appends an event that those must hear of, too, who would no longer find the article
	 * where they look.
	 * @param former what it was filed under just before
	 */
	public Mono<Long> append(String kind, long id, Map<String, ?> extras, Map<ArticleRelation, List<Long>> former) {
		GenericExecuteSpec append = this.database.sql(APPEND)
			.bind("kind", kind)
			.bind("id", id)
			.bind("extras", Json.of(this.json.writeValueAsString(extras)));
		for (ArticleRelation relation : ArticleRelation.values()) {
			append = append.bind(relation.key(), former.getOrDefault(relation, List.of()).toArray(Long[]::new));
		}
		return append.mapValue(Long.class).one();
	}

}

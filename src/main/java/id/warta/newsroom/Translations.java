package id.warta.newsroom;

import java.util.List;
import java.util.Map;

import id.warta.newsroom.Change.Changed;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Says which articles are the same in other languages.
 */
@Service
public class Translations {

	private final DatabaseClient database;

	private final Desk desk;

	Translations(DatabaseClient database, Desk desk) {
		this.database = database;
		this.desk = desk;
	}

	/**
	 * Makes an article a translation of another one, and of all that this is one of.
	 * @return the article's revision; empty if one of both is none that the viewer may
	 * know of; an error with {@code LANGUAGE_TAKEN} if two of them would be in the same
	 * language
	 */
	public Mono<Integer> link(Viewer viewer, long id, long other) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		if (id == other) {
			throw InvalidInputException.badArgument("translationOfId", "An article is no translation of itself");
		}
		return this.desk.change(viewer, id,
				new Change("linkTranslation", Map.of("other", other), (article) -> join(article, other)),
				lock(id, other));
	}

	/**
	 * Both, and all that they are translations of; empty if the other one is not there.
	 */
	private Mono<List<Long>> lock(long id, long other) {
		return this.database.sql("""
				select id from article where id in (:id, :other)
				    or translation_group_id in (
				        select translation_group_id from article where id in (:id, :other))
				order by id for update""")
			.bind("id", id)
			.bind("other", other)
			.mapValue(Long.class)
			.all()
			.collectList()
			.filter((locked) -> locked.contains(other));
	}

	private Mono<Changed> join(LockedArticle article, long other) {
		return this.database.sql("""
				with made as (
				    insert into translation_group (id)
				    select nextval(pg_get_serial_sequence('translation_group', 'id')) where not exists (
				        select from article where id in (:id, :other) and translation_group_id is not null)
				    returning id),
				known as (
				    select coalesce(o.translation_group_id, a.translation_group_id, (select id from made)) as id
				    from article a, article o where a.id = :id and o.id = :other)
				update article set translation_group_id = known.id from known
				where article.id in (:id, :other) or article.translation_group_id in (
				    select translation_group_id from article where id in (:id, :other))
				returning language""")
			.bind("id", article.id())
			.bind("other", other)
			.mapValue(String.class)
			.all()
			.collectList()
			.filter((languages) -> languages.size() == languages.stream().distinct().count())
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("LANGUAGE_TAKEN", "translationOfId",
					"There is one in this language already")))
			.map((languages) -> Changed.silently(article.revision()));
	}

	/**
	 * Makes an article no longer a translation of others.
	 * @return the article's revision; empty if there is none that the viewer may know of
	 */
	public Mono<Integer> unlink(Viewer viewer, long id) {
		return this.desk.change(viewer.require(Permission.PUBLISH_ARTICLES), id,
				new Change("unlinkTranslation", Map.of(),
						(article) -> this.database.sql("update article set translation_group_id = null where id = :id")
							.bind("id", id)
							.then()
							.thenReturn(Changed.silently(article.revision()))));
	}

}

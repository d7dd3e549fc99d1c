package id.warta.media;

import java.util.Map;
import java.util.Objects;

import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.term.Uses;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes media, within the transactions of {@link MediaDesk}.
 */
@Component
class MediaTable {

	private static final Map<String, String> USES = Map.of("articles that it leads",
			"article where lead_media_id = :id", "places in articles", "article_media where media_id = :id",
			"portraits", "author where picture_id = :id");

	/** Where it stands that isn't a draft of whoever registered it. */
	private static final String USES_BY_OTHERS = """
			select exists (select from author where picture_id = :id)
			    or exists (select from article a where a.lead_media_id = :id and not (%1$s))
			    or exists (select from article_media p join article a on a.id = p.article_id
			        where p.media_id = :id and not (%1$s)) as used"""
		.formatted("a.status = 'DRAFT' and coalesce(a.owner_id = :staff, false)");

	private final DatabaseClient database;

	private final Uses uses;

	MediaTable(DatabaseClient database) {
		this.database = database;
		this.uses = new Uses(database, USES);
	}

	/**
	 * Writes a new one, which belongs to whoever registers it.
	 */
	Mono<Media> add(RegisterMediaInput input, Viewer owner) {
		return this.database
			.sql("""
					insert into media as m (kind, url, mime_type, title, alt, caption, credit, width, height, staff_id)
					values (:kind, :url, nullif(:mimeType, ''), nullif(:title, ''), :alt, nullif(:caption, ''),
					    nullif(:credit, ''), nullif(:width, 0), nullif(:height, 0), nullif(:staff, 0)) returning\s"""
					+ Media.COLUMNS)
			.bind("kind", input.kind().name())
			.bind("url", input.url())
			.bind("mimeType", orEmpty(input.mimeType()))
			.bind("title", orEmpty(input.title()))
			.bind("alt", orEmpty(input.alt()))
			.bind("caption", orEmpty(input.caption()))
			.bind("credit", orEmpty(input.credit()))
			.bind("width", Objects.requireNonNullElse(input.width(), 0))
			.bind("height", Objects.requireNonNullElse(input.height(), 0))
			.bind("staff", Objects.requireNonNullElse(owner.staffId(), 0L))
			.map(Media::of)
			.one();
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	/**
	 * Finds a medium, and lets nobody else change or refer to it meanwhile.
	 * @return fails with {@code NOT_FOUND}
	 */
	Mono<Media> lock(long id) {
		return this.database.sql("select " + Media.COLUMNS + " from media m where m.id = :id for update")
			.bind("id", id)
			.map(Media::of)
			.one()
			.switchIfEmpty(Mono.error(() -> notFound("There is no such medium")));
	}

	/**
	 * The same of one that somebody registered.
	 * @return fails with {@code NOT_FOUND} if they did not, or with {@code IN_USE} if it
	 * stands anywhere but in drafts of theirs
	 */
	Mono<Media> lockOwn(long id, long staff) {
		return this.database
			.sql("select " + Media.COLUMNS + " from media m where m.id = :id and m.staff_id = :staff for update")
			.bind("id", id)
			.bind("staff", staff)
			.map(Media::of)
			.one()
			.switchIfEmpty(Mono.error(() -> notFound("There is no such medium of yours")))
			.delayUntil((media) -> requireUnusedByOthers(id, staff));
	}

	private Mono<Void> requireUnusedByOthers(long id, long staff) {
		return this.database.sql(USES_BY_OTHERS)
			.bind("id", id)
			.bind("staff", staff)
			.mapValue(Boolean.class)
			.one()
			.filter((used) -> used)
			.flatMap((used) -> Mono.error(() -> new InvalidInputException("IN_USE", "id",
					"It stands elsewhere than in drafts of yours: an editor may do it")));
	}

	private static InvalidInputException notFound(String message) {
		return new InvalidInputException("NOT_FOUND", "id", message);
	}

	Mono<Media> edit(long id, EditedColumns columns) {
		return this.database
			.sql("""
					update media m set (kind, url, mime_type, title, alt, caption, credit, width, height) = (
					    select r.kind, r.url, r.mime_type, r.title, coalesce(r.alt, ''), r.caption, r.credit, r.width, r.height
					    from jsonb_populate_record(m, :columns) r)
					where m.id = :id returning\s"""
					+ Media.COLUMNS)
			.bind("columns", columns.json())
			.bind("id", id)
			.map(Media::of)
			.one();
	}

	/**
	 * Deletes a medium that nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	Mono<Void> deleteUnused(long id) {
		return this.uses.requireNone(id)
			.then(this.database.sql("delete from media where id = :id").bind("id", id).then());
	}

}

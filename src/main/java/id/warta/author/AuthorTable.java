package id.warta.author;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.term.Merger;
import id.warta.platform.term.TermTable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes authors, within the transactions of {@link AuthorDesk}.
 */
@Component
class AuthorTable {

	private static final List<String> REFERENCES = List.of("live_blog_entry.author_id", "staff.author_id");

	private static final Map<String, String> USES = Map.of("parts in articles", "article_author where author_id = :id",
			"entries of live blogs", "live_blog_entry where author_id = :id", "members of the staff",
			"staff where author_id = :id");

	private final DatabaseClient database;

	private final TermTable terms;

	AuthorTable(DatabaseClient database) {
		this.database = database;
		this.terms = new TermTable(database, "author", USES);
	}

	/**
	 * To be done first: one change at a time.
	 */
	Mono<Void> open() {
		return this.terms.open();
	}

	/**
	 * Finds an author.
	 * @param argument the argument's name, for the error
	 * @return fails with {@code NOT_FOUND}
	 */
	Mono<Author> one(long id, String argument) {
		return this.database.sql("select %s from author where id = :id".formatted(Authors.COLUMNS))
			.bind("id", id)
			.map(Authors::author)
			.one()
			.switchIfEmpty(Mono.error(() -> this.terms.notFound(argument)));
	}

	/**
	 * Refuses a merger of authors that there are not.
	 */
	Mono<Void> requireAll(Merger merger, String argument) {
		return this.terms.requireAll(merger.ids(), "ids").then(one(merger.into(), argument)).then();
	}

	/**
	 * Refuses a portrait that there is not, and keeps one that there is.
	 * @param media the id of the picture; 0 for none
	 */
	Mono<Void> requirePicture(long media) {
		return (media == 0) ? Mono.empty()
				: this.database.sql("select kind = 'IMAGE' from media where id = :id for key share")
					.bind("id", media)
					.mapValue(Boolean.class)
					.one()
					.filter((image) -> image)
					.switchIfEmpty(Mono
						.error(() -> new InvalidInputException("NOT_FOUND", "pictureId", "There is no such picture")))
					.then();
	}

	Mono<Author> add(CreateAuthorInput input) {
		return this.terms.slug(input.name(), input.slug())
			.flatMap((slug) -> this.database.sql("""
					insert into author (slug, name, job_title, biography, url, picture_id)
					values (:slug, :name, nullif(:jobTitle, ''), nullif(:biography, ''), nullif(:url, ''),
					    nullif(:picture, 0)) returning\s""" + Authors.COLUMNS)
				.bind("slug", slug)
				.bind("name", input.name())
				.bind("jobTitle", orEmpty(input.jobTitle()))
				.bind("biography", orEmpty(input.biography()))
				.bind("url", orEmpty(input.url()))
				.bind("picture", input.picture())
				.map(Authors::author)
				.one());
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	Mono<Void> edit(Author author, EditedColumns columns) {
		return this.terms.edit(author.id(), author.slug(), columns,
				"slug, name, job_title, biography, url, picture_id");
	}

	/**
	 * Lets an author have all that others had, articles aside, and deletes those.
	 */
	Mono<Void> absorb(Merger merger) {
		return this.terms.absorb(merger, REFERENCES);
	}

	/**
	 * Deletes an author whom nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	Mono<Void> deleteUnused(long id) {
		return this.terms.deleteUnused(id);
	}

}

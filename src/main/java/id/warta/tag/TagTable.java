package id.warta.tag;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.platform.input.EditedColumns;
import id.warta.platform.term.Merger;
import id.warta.platform.term.TermTable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes tags, within the transactions of {@link TagDesk}.
 */
@Component
class TagTable {

	private static final List<String> REFERENCES = List.of("menu_item.tag_id");

	private static final Map<String, String> USES = Map.of("articles", "article_tag where tag_id = :id", "menu items",
			"menu_item where tag_id = :id");

	private final DatabaseClient database;

	private final TermTable terms;

	TagTable(DatabaseClient database) {
		this.database = database;
		this.terms = new TermTable(database, "tag", USES);
	}

	/**
	 * To be done first: one change at a time.
	 */
	Mono<Void> open() {
		return this.terms.open();
	}

	/**
	 * Finds a tag.
	 * @param argument the argument's name, for the error
	 * @return fails with {@code NOT_FOUND}
	 */
	Mono<Tag> one(long id, String argument) {
		return this.database.sql("select %s from tag where id = :id".formatted(Tags.COLUMNS))
			.bind("id", id)
			.map(Tags::tag)
			.one()
			.switchIfEmpty(Mono.error(() -> this.terms.notFound(argument)));
	}

	/**
	 * Refuses a merger of tags that there are not.
	 */
	Mono<Void> requireAll(Merger merger, String argument) {
		return this.terms.requireAll(merger.ids(), "ids").then(one(merger.into(), argument)).then();
	}

	Mono<Tag> add(CreateTagInput input) {
		return this.terms.slug(input.name(), input.slug())
			.flatMap((slug) -> this.database.sql(
					"insert into tag (slug, name, description) values (:slug, :name, nullif(:description, '')) returning "
							+ Tags.COLUMNS)
				.bind("slug", slug)
				.bind("name", input.name())
				.bind("description", Objects.requireNonNullElse(input.description(), ""))
				.map(Tags::tag)
				.one());
	}

	Mono<Void> edit(Tag tag, EditedColumns columns) {
		return this.terms.edit(tag.id(), tag.slug(), columns, "slug, name, description");
	}

	/**
	 * Lets a tag have all that others had, articles aside, and deletes those.
	 */
	Mono<Void> absorb(Merger merger) {
		return this.terms.absorb(merger, REFERENCES);
	}

	/**
	 * Deletes a tag that nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	Mono<Void> deleteUnused(long id) {
		return this.terms.deleteUnused(id);
	}

	/**
	 * Deletes a tag that was taken off all articles, with the menu items that lead to it.
	 */
	Mono<Void> delete(long id) {
		return this.terms.delete(List.of(id));
	}

}

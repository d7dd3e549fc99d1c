package id.warta.category;

import java.util.Collection;
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
 * Writes categories, within the transactions of {@link CategoryDesk}. Of ids of parents,
 * 0 is the top.
 */
@Component
class CategoryTable {

	/**
	 * The last one; while nobody has ordered the siblings, they stay ordered by name.
	 */
	private static final String LAST = """
			(select coalesce(max(s.position) + (max(s.position) > 0)::integer, 0)
			from category s where coalesce(s.parent_id, 0) = :parent)""";

	private static final String PLACE = """
			with siblings as (
			    select s.id, row_number() over (order by s.position, s.name, s.id) - 1 as place
			    from category s join category c on c.id = :id
			    where s.id <> c.id and s.parent_id is not distinct from c.parent_id),
			placed as (
			    select id, place + (place >= :position)::integer as place from siblings
			    union all
			    select :id, least(:position, (select count(*) from siblings)))
			update category c set position = p.place from placed p where p.id = c.id and c.position <> p.place""";

	private static final List<String> REFERENCES = List.of("placement.category_id", "menu_item.category_id");

	private static final Map<String, String> USES = Map.of("articles", "article_category where category_id = :id",
			"categories below it", "category where parent_id = :id", "menu items", "menu_item where category_id = :id",
			"placements", "placement where category_id = :id");

	private final DatabaseClient database;

	private final TermTable terms;

	CategoryTable(DatabaseClient database) {
		this.database = database;
		this.terms = new TermTable(database, "category", USES);
	}

	/**
	 * To be done first: one change at a time, since the tree must stay one.
	 */
	Mono<Void> open() {
		return this.terms.open();
	}

	/**
	 * Finds a category.
	 * @param argument the argument's name, for the error
	 * @return fails with {@code NOT_FOUND}
	 */
	Mono<Category> one(long id, String argument) {
		return this.database.sql("select %s from category where id = :id".formatted(Categories.COLUMNS))
			.bind("id", id)
			.map(Categories::category)
			.one()
			.switchIfEmpty(Mono.error(() -> this.terms.notFound(argument)));
	}

	/**
	 * Refuses ids of categories that there are not.
	 */
	Mono<Void> requireAll(Collection<Long> ids) {
		return this.terms.requireAll(ids, "ids");
	}

	/**
	 * Refuses a parent that there is not.
	 */
	Mono<Void> requireParent(long parent) {
		return (parent != 0) ? one(parent, "parentId").then() : Mono.empty();
	}

	/**
	 * Refuses what would stand above itself.
	 * @param parent the category to be above
	 * @param ids those to be below it
	 * @return fails with {@code CYCLE}
	 */
	Mono<Void> requireOutside(long parent, Collection<Long> ids, String argument) {
		return this.database.sql("""
				with recursive up (id) as (
				    select :parent
				    union
				    select c.parent_id from up join category c on c.id = up.id where c.parent_id is not null)
				select count(*) from up where id = any(:ids)""")
			.bind("parent", parent)
			.bind("ids", ids.toArray(Long[]::new))
			.mapValue(Long.class)
			.one()
			.flatMap((found) -> (found == 0) ? Mono.empty() : Mono
				.error(() -> new InvalidInputException("CYCLE", argument, "A category can't be below itself")));
	}

	Mono<Category> add(CreateCategoryInput input) {
		return this.terms.slug(input.name(), input.slug())
			.flatMap((slug) -> this.database
				.sql("""
						insert into category (parent_id, slug, name, description, position)
						values (nullif(:parent, 0), :slug, :name, nullif(:description, ''), %s) returning %s"""
					.formatted(LAST, Categories.COLUMNS))
				.bind("parent", input.parent())
				.bind("slug", slug)
				.bind("name", input.name())
				.bind("description", Objects.requireNonNullElse(input.description(), ""))
				.map(Categories::category)
				.one());
	}

	Mono<Void> edit(Category category, EditedColumns columns) {
		return this.terms.edit(category.id(), category.slug(), columns, "slug, name, description");
	}

	/**
	 * Puts a category below another one, as the last one there.
	 */
	Mono<Void> move(long id, long parent) {
		return this.database.sql("""
				update category set parent_id = nullif(:parent, 0), position = %s
				where id = :id and coalesce(parent_id, 0) <> :parent""".formatted(LAST))
			.bind("id", id)
			.bind("parent", parent)
			.then();
	}

	/**
	 * Gives a category a place among its siblings.
	 * @param position 0 for the first one; null if it stays
	 */
	Mono<Void> place(long id, @Nullable Integer position) {
		return (position == null) ? Mono.empty()
				: this.database.sql(PLACE).bind("id", id).bind("position", position.longValue()).then();
	}

	/**
	 * Lets a category have all that others had, articles aside, and deletes those.
	 */
	Mono<Void> absorb(Merger merger) {
		return this.database.sql("""
				update category set parent_id = :into where parent_id = any(:ids) and id <> all(:ids)""")
			.bind("ids", merger.ids().toArray(Long[]::new))
			.bind("into", merger.into())
			.then()
			.then(this.terms.absorb(merger, REFERENCES));
	}

	/**
	 * Deletes a category that nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	Mono<Void> deleteUnused(long id) {
		return this.terms.deleteUnused(id);
	}

}

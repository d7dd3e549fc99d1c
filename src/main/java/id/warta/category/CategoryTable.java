package id.warta.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.platform.InvalidInputException;
import id.warta.platform.Merger;
import id.warta.platform.PartialEdit;
import id.warta.platform.SlugRegister;
import id.warta.platform.Uses;
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

	private static final Map<String, String> USES = Map.of("articles", "article_category where category_id = :id",
			"categories below it", "category where parent_id = :id", "menu items", "menu_item where category_id = :id",
			"placements", "placement where category_id = :id");

	private final DatabaseClient database;

	private final SlugRegister slugs;

	private final Uses uses;

	CategoryTable(DatabaseClient database) {
		this.database = database;
		this.slugs = new SlugRegister(database, "category");
		this.uses = new Uses(database, USES);
	}

	/**
	 * To be done first: one change at a time, since the tree must stay one.
	 */
	Mono<Void> open() {
		return this.slugs.open();
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
			.switchIfEmpty(Mono.error(() -> notFound(argument)));
	}

	/**
	 * Refuses ids of categories that there are not.
	 */
	Mono<Void> requireAll(Collection<Long> ids) {
		return this.database.sql("select count(*) from category where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.mapValue(Long.class)
			.one()
			.flatMap((found) -> (found == ids.size()) ? Mono.empty() : Mono.error(() -> notFound("ids")));
	}

	private static InvalidInputException notFound(String argument) {
		return new InvalidInputException("NOT_FOUND", argument, "There is no such category");
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
		return this.slugs.of(input.name(), input.slug())
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

	Mono<Void> edit(Category category, PartialEdit edit) {
		return this.slugs.rename(category.id(), category.slug(), edit.text("slug")).then(this.database.sql("""
				update category c set (slug, name, description) = (
				    select r.slug, r.name, r.description from jsonb_populate_record(c, :columns) r)
				where id = :id""").bind("columns", edit.json()).bind("id", category.id()).then());
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
		return inherit("update category set parent_id = :into where parent_id = any(:ids) and id <> all(:ids)", merger)
			.then(inherit("update placement set category_id = :into where category_id = any(:ids)", merger))
			.then(inherit("update menu_item set category_id = :into where category_id = any(:ids)", merger))
			.then(inherit("update imported set target_id = :into where target_id = any(:ids) and kind = 'category'",
					merger))
			.then(this.slugs.retire(merger.ids(), merger.into()))
			.then(delete(merger.ids()));
	}

	private Mono<Void> inherit(String statement, Merger merger) {
		return this.database.sql(statement)
			.bind("ids", merger.ids().toArray(Long[]::new))
			.bind("into", merger.into())
			.then();
	}

	/**
	 * Deletes a category that nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	Mono<Void> deleteUnused(long id) {
		return this.uses.requireNone(id).then(delete(List.of(id)));
	}

	private Mono<Void> delete(Collection<Long> ids) {
		return this.database.sql("delete from category where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.then();
	}

}

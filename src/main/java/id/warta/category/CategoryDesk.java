package id.warta.category;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.article.ArticleRelation;
import id.warta.article.Filings;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.term.Merger;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Where the newsroom looks after the categories. Each method is one transaction, which
 * fails with {@link InvalidInputException} if it is refused; this node holds in memory
 * what was done once it is done, the others soon after.
 */
@Service
class CategoryDesk {

	private final CategoryTable table;

	private final Filings filings;

	private final RecordedChanges changes;

	private final Categories categories;

	CategoryDesk(CategoryTable table, Filings filings, RecordedChanges changes, Categories categories) {
		this.table = table;
		this.filings = filings;
		this.changes = changes;
		this.categories = categories;
	}

	/**
	 * Makes a category.
	 */
	Mono<Category> create(Viewer viewer, CreateCategoryInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		CreateCategoryInput wanted = input.checked();
		return make(viewer, "createCategory",
				this.table.open()
					.then(this.table.requireParent(wanted.parent()))
					.then(this.table.add(wanted))
					.delayUntil((added) -> this.table.place(added.id(), wanted.position())));
	}

	/**
	 * Changes a category. If its slug changes, the former one leads to it.
	 */
	Mono<Category> edit(Viewer viewer, EditCategoryInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		long id = input.category();
		EditedColumns columns = input.columns();
		return make(viewer, "editCategory",
				this.table.open()
					.then(this.table.one(id, "id"))
					.flatMap((category) -> this.table.edit(category, columns))
					.then(this.table.place(id, input.position()))
					.then(this.table.one(id, "id")),
				input.summary(columns));
	}

	/**
	 * Puts a category, with all that is below it, somewhere else in the tree.
	 */
	Mono<Category> move(Viewer viewer, MoveCategoryInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		long id = input.category();
		Long parent = input.parent();
		Integer position = input.place();
		return make(viewer, "moveCategory",
				this.table.open()
					.then(this.table.one(id, "id"))
					.then((parent != null) ? moveBelow(id, parent) : Mono.empty())
					.then(this.table.place(id, position))
					.then(this.table.one(id, "id")),
				input.summary());
	}

	private Mono<Void> moveBelow(long id, long parent) {
		return this.table.requireParent(parent)
			.then(this.table.requireOutside(parent, List.of(id), "parentId"))
			.then(this.table.move(id, parent));
	}

	/**
	 * Makes one of several: articles, what is below them, placements, menu items and
	 * former slugs go to the one that stays.
	 */
	Mono<Category> merge(Viewer viewer, MergeCategoriesInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		return make(viewer, "mergeCategories", merged(merger, "intoId"), Map.of("merged", merger.ids()));
	}

	private Mono<Category> merged(Merger merger, String argument) {
		return this.table.open()
			.then(this.table.requireAll(merger.ids()))
			.then(this.table.one(merger.into(), argument))
			.then(this.table.requireOutside(merger.into(), merger.ids(), argument))
			.then(this.filings.move(ArticleRelation.CATEGORIES, merger.ids(), merger.into()))
			.then(this.table.absorb(merger))
			.then(this.table.one(merger.into(), argument));
	}

	/**
	 * Deletes a category: one that nothing refers to, or one that another one replaces.
	 */
	Mono<DeleteCategoryPayload> delete(Viewer viewer, DeleteCategoryInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		if (merger != null) {
			return make(viewer, "deleteCategory", merged(merger, "replacementId"), Map.of("merged", merger.ids()))
				.map((replacement) -> new DeleteCategoryPayload(input.id(), replacement));
		}
		long id = input.category();
		return make(viewer, "deleteCategory",
				this.table.open().then(this.table.one(id, "id")).delayUntil((category) -> this.table.deleteUnused(id)))
			.thenReturn(new DeleteCategoryPayload(input.id(), null));
	}

	private Mono<Category> make(Viewer viewer, String action, Mono<Category> change) {
		return make(viewer, action, change, Map.of());
	}

	private Mono<Category> make(Viewer viewer, String action, Mono<Category> change, Map<String, ?> details) {
		return this.changes
			.make(viewer, change,
					(category) -> new RecordedChanges.Change(action, Categories.CHANGED, "Category", category.id(),
							details))
			.flatMap((category) -> this.categories.refresh()
				.onErrorComplete()
				.then(Mono
					.fromSupplier(() -> Objects.requireNonNullElse(this.categories.byId(category.id()), category))));
	}

}

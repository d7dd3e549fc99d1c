package id.warta.tag;

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
 * Where the newsroom looks after the tags. Each method is one transaction, which fails
 * with {@link InvalidInputException} if it is refused; this node holds in memory what was
 * done once it is done, the others soon after.
 */
@Service
class TagDesk {

	private final TagTable table;

	private final Filings filings;

	private final RecordedChanges changes;

	private final Tags tags;

	TagDesk(TagTable table, Filings filings, RecordedChanges changes, Tags tags) {
		this.table = table;
		this.filings = filings;
		this.changes = changes;
		this.tags = tags;
	}

	/**
	 * Makes a tag.
	 */
	Mono<Tag> create(Viewer viewer, CreateTagInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		return make(viewer, "createTag", this.table.open().then(this.table.add(input.checked())), Map.of());
	}

	/**
	 * Changes a tag. If its slug changes, the former one leads to it.
	 */
	Mono<Tag> edit(Viewer viewer, EditTagInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		long id = input.tag();
		EditedColumns columns = input.columns();
		return make(viewer, "editTag",
				this.table.open()
					.then(this.table.one(id, "id"))
					.flatMap((tag) -> this.table.edit(tag, columns))
					.then(this.table.one(id, "id")),
				columns.summary());
	}

	/**
	 * Makes one of several: articles, menu items and former slugs go to the one that
	 * stays.
	 */
	Mono<Tag> merge(Viewer viewer, MergeTagsInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		return make(viewer, "mergeTags", merged(merger, "intoId"), Map.of("merged", merger.ids()));
	}

	private Mono<Tag> merged(Merger merger, String argument) {
		return this.table.open()
			.then(this.table.requireAll(merger, argument))
			.then(this.filings.move(ArticleRelation.TAGS, merger.ids(), merger.into()))
			.then(this.table.absorb(merger))
			.then(this.table.one(merger.into(), argument));
	}

	/**
	 * Deletes a tag: one that nothing refers to, one that another one replaces, or one
	 * that is taken off everything.
	 */
	Mono<DeleteTagPayload> delete(Viewer viewer, DeleteTagInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		if (merger != null) {
			return make(viewer, "deleteTag", merged(merger, "replacementId"), Map.of("merged", merger.ids()))
				.map((replacement) -> new DeleteTagPayload(input.id(), replacement));
		}
		long id = input.tag();
		return make(viewer, "deleteTag",
				this.table.open()
					.then(this.table.one(id, "id"))
					.delayUntil((tag) -> input.detach() ? detach(id) : this.table.deleteUnused(id)),
				Map.of("detached", input.detach()))
			.thenReturn(new DeleteTagPayload(input.id(), null));
	}

	private Mono<Void> detach(long id) {
		return this.filings.remove(ArticleRelation.TAGS, List.of(id)).then(this.table.delete(id));
	}

	private Mono<Tag> make(Viewer viewer, String action, Mono<Tag> change, Map<String, ?> details) {
		return this.changes
			.make(viewer, change, (tag) -> new RecordedChanges.Change(action, Tags.CHANGED, "Tag", tag.id(), details))
			.flatMap((tag) -> this.tags.refresh()
				.onErrorComplete()
				.then(Mono.fromSupplier(() -> Objects.requireNonNullElse(this.tags.byId(tag.id()), tag))));
	}

}

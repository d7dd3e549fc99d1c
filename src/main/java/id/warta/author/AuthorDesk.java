package id.warta.author;

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
 * Where the newsroom looks after the authors. Each method is one transaction, which fails
 * with {@link InvalidInputException} if it is refused; this node holds in memory what was
 * done once it is done, the others soon after.
 */
@Service
class AuthorDesk {

	private final AuthorTable table;

	private final Filings filings;

	private final RecordedChanges changes;

	private final Authors authors;

	AuthorDesk(AuthorTable table, Filings filings, RecordedChanges changes, Authors authors) {
		this.table = table;
		this.filings = filings;
		this.changes = changes;
		this.authors = authors;
	}

	/**
	 * Makes an author.
	 */
	Mono<Author> create(Viewer viewer, CreateAuthorInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		CreateAuthorInput wanted = input.checked();
		return make(viewer, "createAuthor",
				this.table.open().then(this.table.requirePicture(wanted.picture())).then(this.table.add(wanted)),
				Map.of());
	}

	/**
	 * Changes an author. If their slug changes, the former one leads to them.
	 */
	Mono<Author> edit(Viewer viewer, EditAuthorInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		long id = input.author();
		EditedColumns columns = input.columns();
		return make(viewer, "editAuthor",
				this.table.open()
					.then(this.table.requirePicture(input.picture()))
					.then(this.table.one(id, "id"))
					.flatMap((author) -> this.table.edit(author, columns))
					.then(this.table.one(id, "id")),
				columns.summary());
	}

	/**
	 * Makes one of several: parts in articles, entries of live blogs, bylines of the
	 * staff and former slugs go to the one that stays.
	 */
	Mono<Author> merge(Viewer viewer, MergeAuthorsInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		return make(viewer, "mergeAuthors", merged(merger, "intoId"), Map.of("merged", merger.ids()));
	}

	private Mono<Author> merged(Merger merger, String argument) {
		return this.table.open()
			.then(this.table.requireAll(merger, argument))
			.then(this.filings.move(ArticleRelation.AUTHORS, merger.ids(), merger.into()))
			.then(this.table.absorb(merger))
			.then(this.table.one(merger.into(), argument));
	}

	/**
	 * Deletes an author: one whom nothing refers to, or one whom another one replaces.
	 */
	Mono<DeleteAuthorPayload> delete(Viewer viewer, DeleteAuthorInput input) {
		viewer.require(Permission.MANAGE_TAXONOMY);
		Merger merger = input.merger();
		if (merger != null) {
			return make(viewer, "deleteAuthor", merged(merger, "replacementId"), Map.of("merged", merger.ids()))
				.map((replacement) -> new DeleteAuthorPayload(input.id(), replacement));
		}
		long id = input.author();
		return make(viewer, "deleteAuthor",
				this.table.open().then(this.table.one(id, "id")).delayUntil((author) -> this.table.deleteUnused(id)),
				Map.of())
			.thenReturn(new DeleteAuthorPayload(input.id(), null));
	}

	private Mono<Author> make(Viewer viewer, String action, Mono<Author> change, Map<String, ?> details) {
		return this.changes
			.make(viewer, change,
					(author) -> new RecordedChanges.Change(action, Authors.CHANGED, "Author", author.id(), details))
			.flatMap((author) -> this.authors.refresh()
				.onErrorComplete()
				.then(Mono.fromSupplier(() -> Objects.requireNonNullElse(this.authors.byId(author.id()), author))));
	}

}

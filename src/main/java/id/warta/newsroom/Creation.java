package id.warta.newsroom;

import java.util.List;
import java.util.Map;

import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.eventlog.RecordedChanges;
import id.warta.newsroom.Change.Changed;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Begins articles.
 */
@Service
public class Creation {

	private static final int MAX_KEY = 64;

	private final DatabaseClient database;

	private final ArticleSlugs slugs;

	private final Drafts drafts;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	Creation(DatabaseClient database, ArticleSlugs slugs, Drafts drafts, AuditLog audit,
			TransactionalOperator transaction) {
		this.database = database;
		this.slugs = slugs;
		this.drafts = drafts;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Begins a draft. Without a slug it gets one that is made of its title.
	 * @param edit what is in it: a title at least
	 * @param key what the viewer calls this request, so that a repeated one finds the
	 * article that the first has made; null if it isn't repeated
	 * @return the article's id
	 */
	public Mono<Long> create(Viewer viewer, ArticleEdit edit, @Nullable String key) {
		viewer.require(Permission.WRITE_ARTICLES);
		String title = edit.text(ArticleEdit.TITLE);
		if (title == null) {
			throw InvalidInputException.badArgument(ArticleEdit.CONTENT + ArticleEdit.TITLE,
					"'" + ArticleEdit.TITLE + "' must not be blank");
		}
		if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
			throw InvalidInputException.badArgument("idempotencyKey", "'idempotencyKey' has 1 to 64 characters");
		}
		Mono<Long> made = Mono.defer(() -> make(viewer, title, edit, key))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision())
			.onErrorMap(DuplicateKeyException.class, (ex) -> ArticleSlugs.taken());
		return existing(viewer, key).switchIfEmpty(made);
	}

	private Mono<Long> existing(Viewer viewer, @Nullable String key) {
		return (key == null || viewer.staffId() == null) ? Mono.empty()
				: this.database.sql("select id from article where owner_id = :owner and idempotency_key = :key")
					.bind("owner", viewer.staffId())
					.bind("key", key)
					.mapValue(Long.class)
					.one();
	}

	/** A race for the key is lost to the one who has made the article. */
	private Mono<Long> make(Viewer viewer, String title, ArticleEdit edit, @Nullable String key) {
		return existing(viewer, key).switchIfEmpty(Mono
			.defer(() -> slug(title, edit.text(ArticleEdit.SLUG)).flatMap((slug) -> insert(viewer, slug, title, key))
				.flatMap((article) -> fill(viewer, article, edit).thenReturn(article.id()))));
	}

	private Mono<String> slug(String title, @Nullable String given) {
		return (given != null) ? this.slugs.requireFree(0, given).thenReturn(given) : this.slugs.free(title);
	}

	private Mono<LockedArticle> insert(Viewer viewer, String slug, String title, @Nullable String key) {
		return this.database.sql("""
				insert into article as a (slug, title, language, revision, owner_id, idempotency_key)
				select :slug, :title, split_part(locale, '-', 1), 0, nullif(:owner, 0), nullif(:key, '') from site
				returning %s""".formatted(LockedArticle.COLUMNS))
			.bind("slug", slug)
			.bind("title", title)
			.bind("owner", (viewer.staffId() != null) ? viewer.staffId() : 0L)
			.bind("key", (key != null) ? key : "")
			.map(LockedArticle::of)
			.one();
	}

	private Mono<Changed> fill(Viewer viewer, LockedArticle article, ArticleEdit edit) {
		return withByline(viewer, edit).flatMap((whole) -> this.drafts.begin(viewer, article, whole))
			.delayUntil((changed) -> this.audit.append(viewer, "createArticle", "Article", article.id(),
					Map.of("slug", article.slug())));
	}

	/** Without contributions it carries its owner's byline, if they have one. */
	private Mono<ArticleEdit> withByline(Viewer viewer, ArticleEdit edit) {
		if (edit.contributions() != null || viewer.staffId() == null) {
			return Mono.just(edit);
		}
		return this.database.sql("select author_id from staff where id = :id and author_id is not null")
			.bind("id", viewer.staffId())
			.mapValue(Long.class)
			.one()
			.map((author) -> edit.withContributions(List.of(new Contribution(author, ContributorRole.WRITER))))
			.defaultIfEmpty(edit);
	}

}

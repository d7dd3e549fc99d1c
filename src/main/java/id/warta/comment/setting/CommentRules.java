package id.warta.comment.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What moderators do to the rules for comments: those of the site, which end with an
 * event that every node reads them anew by, and those of an article.
 */
@Service
class CommentRules {

	/** The GraphQL type of the rules, of which there is one. */
	private static final String SUBJECT = "CommentSettings";

	private final DatabaseClient database;

	private final RecordedChanges changes;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	CommentRules(DatabaseClient database, RecordedChanges changes, AuditLog audit, TransactionalOperator transaction) {
		this.database = database;
		this.changes = changes;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Changes the rules of the site, and gives them.
	 */
	Mono<CommentSettings> edit(Viewer viewer, EditCommentSettingsInput input) {
		viewer.require(Permission.MODERATE_COMMENTS);
		EditedColumns columns = input.columns();
		return this.changes.make(viewer, update(columns),
				(settings) -> new RecordedChanges.Change("editCommentSettings", SiteCommentSettings.CHANGED, SUBJECT, 1,
						summary(columns)));
	}

	private Mono<CommentSettings> update(EditedColumns columns) {
		return this.database
			.sql("""
					update comment_settings o set (%1$s) = (
					    select %1$s from jsonb_populate_record(o, :columns)) returning %1$s"""
				.formatted(CommentSettings.COLUMNS))
			.bind("columns", columns.json())
			.map(CommentSettings::of)
			.one();
	}

	/** Of the words no more than how many there are. */
	private static Map<String, @Nullable Object> summary(EditedColumns columns) {
		Map<String, @Nullable Object> summary = new LinkedHashMap<>(columns.summary());
		summary.computeIfPresent("blocked_words", (column, words) -> ((List<?>) words).size());
		return summary;
	}

	/**
	 * Says whether readers may write below an article, whether they see it yet or not.
	 * Fails with {@code NOT_FOUND}.
	 */
	Mono<ArticleCommenting> set(Viewer viewer, String articleId, Commenting commenting) {
		viewer.require(Permission.MODERATE_COMMENTS);
		long article = NodeId.parse(articleId, "Article", "articleId");
		return put(article, commenting)
			.switchIfEmpty(
					Mono.error(() -> new InvalidInputException("NOT_FOUND", "articleId", "There is no such article")))
			.delayUntil((put) -> this.audit.append(viewer, "setCommenting", "Article", article,
					Map.of("commenting", commenting)))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<ArticleCommenting> put(long article, Commenting commenting) {
		return this.database.sql("""
				insert into article_comments (article_id, commenting) select id, :commenting from article where id = :id
				on conflict (article_id) do update set commenting = excluded.commenting
				returning article_id, commenting""")
			.bind("commenting", commenting.name())
			.bind("id", article)
			.map(ArticleCommenting::of)
			.one();
	}

}

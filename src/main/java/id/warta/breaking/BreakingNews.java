package id.warta.breaking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import id.warta.article.ArticleAnnouncements;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Makes articles breaking news, and ends that.
 */
@Service
public class BreakingNews {

	static final String STARTED = "BREAKING_STARTED";

	static final String UPDATED = "BREAKING_UPDATED";

	static final String ENDED = "BREAKING_ENDED";

	private final DatabaseClient database;

	private final ArticleAnnouncements announcements;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final InstantSource clock;

	BreakingNews(DatabaseClient database, ArticleAnnouncements announcements, AuditLog audit,
			TransactionalOperator transaction, InstantSource clock) {
		this.database = database;
		this.announcements = announcements;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Makes an article breaking news, as the operator; one that is so already gets
	 * another end.
	 * @param slug the article's slug
	 * @param until when it ends
	 * @return the flash; empty if readers see no article with this slug
	 * @throws InvalidInputException if the end is not in the future
	 */
	public Mono<Flash> start(String slug, Instant until) {
		return start(Viewer.OPERATOR, "slug = :what", slug, until);
	}

	/**
	 * Makes an article breaking news; one that is so already gets another end.
	 * @param id the article
	 * @param until when it ends
	 * @return the flash; empty if readers see no such article
	 * @throws InvalidInputException if the end is not in the future
	 */
	public Mono<Flash> start(Viewer viewer, long id, Instant until) {
		return start(viewer, "id = :what", id, until);
	}

	private Mono<Flash> start(Viewer viewer, String condition, Object what, Instant until) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		if (!until.isAfter(this.clock.instant())) {
			throw InvalidInputException.badArgument("until", "'until' must be in the future");
		}
		return mark(condition, what, until)
			.delayUntil((flash) -> this.audit.append(viewer, "markBreaking", "Article", flash.articleId(),
					Map.of("until", until.toString())))
			.flatMap((flash) -> announce(flash.prolonged() ? UPDATED : STARTED, flash))
			.as(this.transaction::transactional);
	}

	private Mono<Flash> mark(String condition, Object what, Instant until) {
		return this.database.sql("""
				with before as (
				    select id, breaking_until from article where %s and visible for update)
				update article a set breaking_until = :until from before where a.id = before.id
				returning a.id, a.title, a.revision, a.breaking_until as until,
				    before.breaking_until is not null as prolonged""".formatted(condition))
			.bind("what", what)
			.bind("until", until)
			.map(Flash::of)
			.one();
	}

	/**
	 * Ends an article's time as breaking news, as the operator.
	 * @param slug the article's slug
	 * @return the flash; empty if no article with this slug is breaking news
	 */
	public Mono<Flash> end(String slug) {
		return end(Viewer.OPERATOR, "slug = :what", slug);
	}

	/**
	 * Ends an article's time as breaking news.
	 * @param id the article
	 * @return the flash; empty if it is no breaking news
	 */
	public Mono<Flash> end(Viewer viewer, long id) {
		return end(viewer, "id = :what", id);
	}

	private Mono<Flash> end(Viewer viewer, String condition, Object what) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		return unmark(condition, what)
			.delayUntil((flash) -> this.audit.append(viewer, "endBreaking", "Article", flash.articleId(), Map.of()))
			.flatMap((flash) -> announce(ENDED, flash))
			.as(this.transaction::transactional);
	}

	/**
	 * Ends one flash whose time is over, unless another node is at it.
	 * @return the flash; empty if there is none
	 */
	Mono<Flash> endOneDue(Instant now) {
		return unmark("breaking_until <= :what", now).flatMap((flash) -> announce(ENDED, flash))
			.as(this.transaction::transactional);
	}

	private Mono<Flash> unmark(String condition, Object what) {
		return this.database
			.sql("""
					with before as (
					    select id, breaking_until from article where breaking_until is not null and %s
					    order by breaking_until limit 1 for update%s)
					update article a set breaking_until = null from before where a.id = before.id
					returning a.id, a.title, a.revision, before.breaking_until as until, true as prolonged"""
				.formatted(condition, (what instanceof Instant) ? " skip locked" : ""))
			.bind("what", what)
			.map(Flash::of)
			.one();
	}

	private Mono<Flash> announce(String kind, Flash flash) {
		return this.announcements.append(kind, flash.articleId(), Map.of()).thenReturn(flash);
	}

}

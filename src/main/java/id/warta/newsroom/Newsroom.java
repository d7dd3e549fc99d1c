package id.warta.newsroom;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import id.warta.article.ArticleAnnouncements;
import id.warta.article.ArticleEvents;
import id.warta.article.ArticleStatus;
import id.warta.newsroom.Change.Changed;
import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * What the newsroom does with articles that are written. Each is one transaction, and one
 * event if readers see the article before or after; what they don't see changes silently.
 * Each gives the article's revision, or nothing if there is no such article that the
 * viewer may know of, and fails with {@link ConflictException} if the article, as it
 * stands, doesn't allow it.
 */
@Service
public class Newsroom {

	private final DatabaseClient database;

	private final Desk desk;

	private final ArticleAnnouncements announcements;

	private final InstantSource clock;

	Newsroom(DatabaseClient database, Desk desk, ArticleAnnouncements announcements, InstantSource clock) {
		this.database = database;
		this.desk = desk;
		this.announcements = announcements;
		this.clock = clock;
	}

	/**
	 * Publishes a draft, a submitted or a scheduled article now. One that carries a date
	 * of the past keeps it. One under embargo is announced when that ends.
	 */
	public Mono<Integer> publish(Viewer viewer, long id) {
		return this.desk.change(viewer.require(Permission.PUBLISH_ARTICLES), id, publication("publishArticle"));
	}

	/**
	 * What {@link #publish} does.
	 */
	Change publication(String action) {
		return new Change(action, Map.of(), (article) -> {
			article.require(ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.SCHEDULED);
			return write("status = 'PUBLISHED', published_at = least(published_at, now()), withdrawal_reason = null",
					article.id(), Map.of())
				.map((visible) -> new Changed(article.revision(), published(article, visible)));
		});
	}

	private Mono<Long> published(LockedArticle article, boolean visible) {
		return visible ? this.announcements.append(ArticleEvents.PUBLISHED, article.id(), Map.of()) : Mono.empty();
	}

	/**
	 * Hands a draft to the editors.
	 */
	public Mono<Integer> submit(Viewer viewer, long id) {
		return move(viewer.require(Permission.WRITE_ARTICLES), id,
				new Step("submitArticle", Map.of(), "status = 'SUBMITTED'", Map.of(), ArticleStatus.DRAFT));
	}

	/**
	 * Makes a submitted or a withdrawn article a draft again.
	 * @param note what the audit log keeps of why; null if nothing
	 */
	public Mono<Integer> sendBack(Viewer viewer, long id, @Nullable String note) {
		String said = Notes.said(note, "note");
		return move(viewer.require(Permission.PUBLISH_ARTICLES), id,
				new Step("returnArticle", Notes.details("note", said),
						"status = 'DRAFT', published_at = null, withdrawal_reason = null", Map.of(),
						ArticleStatus.SUBMITTED, ArticleStatus.WITHDRAWN));
	}

	/**
	 * Lets an article be published at its time; one that is scheduled already gets
	 * another.
	 * @param at when; in the future
	 */
	public Mono<Integer> schedule(Viewer viewer, long id, Instant at) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		requireFuture("at", at);
		return move(viewer, id,
				new Step("scheduleArticle", Map.of("at", at.toString()), "status = 'SCHEDULED', published_at = :at",
						Map.of("at", at), ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.SCHEDULED));
	}

	/**
	 * Makes a scheduled article a draft again.
	 */
	public Mono<Integer> unschedule(Viewer viewer, long id) {
		return move(viewer.require(Permission.PUBLISH_ARTICLES), id, new Step("unscheduleArticle", Map.of(),
				"status = 'DRAFT', published_at = null", Map.of(), ArticleStatus.SCHEDULED));
	}

	/** From some statuses to another one, none of which readers see. */
	private record Step(String action, Map<String, ?> details, String columns, Map<String, ?> parameters,
			ArticleStatus first, ArticleStatus... others) {

	}

	private Mono<Integer> move(Viewer viewer, long id, Step step) {
		return this.desk.change(viewer, id, new Change(step.action(), step.details(), (article) -> {
			article.require(step.first(), step.others());
			return write(step.columns(), id, step.parameters()).map((visible) -> Changed.silently(article.revision()));
		}));
	}

	/**
	 * Hides an article that readers don't see yet until an instant, whatever its status,
	 * or ends that: one that is published is then shown at once.
	 * @param until when it ends, in the future; null for now
	 */
	public Mono<Integer> setEmbargo(Viewer viewer, long id, @Nullable Instant until) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		if (until != null) {
			requireFuture("until", until);
		}
		Map<String, ?> details = Notes.details("until", (until != null) ? until.toString() : null);
		return this.desk.change(viewer, id, new Change("setEmbargo", details, (article) -> {
			if (article.visible()) {
				throw new ConflictException("WRONG_STATUS", "Readers see the article already: withdraw it instead");
			}
			return embargo(article, until)
				.map((visible) -> new Changed(article.revision(), published(article, visible)));
		}));
	}

	private Mono<Boolean> embargo(LockedArticle article, @Nullable Instant until) {
		return (until != null) ? write("embargo_until = :until", article.id(), Map.of("until", until))
				: write("embargo_until = null", article.id(), Map.of());
	}

	private void requireFuture(String argument, Instant at) {
		if (!at.isAfter(this.clock.instant())) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must be in the future");
		}
	}

	/**
	 * Takes a published article away from its readers. If it is breaking news, that ends
	 * too, without an event of its own.
	 * @param reason why, for readers; null or blank if they are told none
	 */
	public Mono<Integer> withdraw(Viewer viewer, long id, @Nullable String reason) {
		return this.desk.change(viewer.require(Permission.PUBLISH_ARTICLES), id, withdrawal("withdrawArticle", reason));
	}

	/**
	 * What {@link #withdraw} does.
	 */
	Change withdrawal(String action, @Nullable String reason) {
		String said = Notes.said(reason, "reason");
		return new Change(action, Notes.details("reason", said), (article) -> {
			article.require(ArticleStatus.PUBLISHED);
			return write("status = 'WITHDRAWN', breaking_until = null, withdrawal_reason = nullif(:reason, '')",
					article.id(), Map.of("reason", (said != null) ? said : ""))
				.map((visible) -> new Changed(article.revision(), withdrawn(article, said)));
		});
	}

	private Mono<Long> withdrawn(LockedArticle article, @Nullable String reason) {
		if (!article.visible() && !article.breaking()) {
			return Mono.empty();
		}
		Map<String, Object> extras = new LinkedHashMap<>(Notes.details(ArticleEvents.REASON, reason));
		if (article.breaking()) {
			extras.put(ArticleEvents.BREAKING, true);
		}
		return this.announcements.append(ArticleEvents.WITHDRAWN, article.id(), extras);
	}

	private Mono<Boolean> write(String columns, long id, Map<String, ?> parameters) {
		return this.database.sql("update article set " + columns + " where id = :id returning visible")
			.bindValues(parameters)
			.bind("id", id)
			.mapValue(Boolean.class)
			.one();
	}

}

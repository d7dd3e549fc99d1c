package id.warta.newsroom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.newsroom.Change.Changed;
import id.warta.platform.BulkMode;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Does the same to many articles. Each gives those that were refused.
 */
@Service
class Bulk {

	private static final int MOST = 100;

	private final Desk desk;

	private final Newsroom newsroom;

	private final Drafts drafts;

	private final DatabaseClient database;

	Bulk(Desk desk, Newsroom newsroom, Drafts drafts, DatabaseClient database) {
		this.desk = desk;
		this.newsroom = newsroom;
		this.drafts = drafts;
		this.database = database;
	}

	/**
	 * Publishes them now.
	 */
	Mono<List<Refusal>> publish(Viewer viewer, List<Long> ids, BulkMode mode) {
		return run(viewer, ids, mode, this.newsroom.publication("publishArticles"));
	}

	/**
	 * Takes them away from their readers.
	 */
	Mono<List<Refusal>> withdraw(Viewer viewer, List<Long> ids, @Nullable String reason, BulkMode mode) {
		return run(viewer, ids, mode, this.newsroom.withdrawal("withdrawArticles", reason));
	}

	/**
	 * Gives them tags, behind those that they have, and takes others from them.
	 */
	Mono<List<Refusal>> retag(Viewer viewer, List<Long> ids, List<Long> added, List<Long> removed, BulkMode mode) {
		Map<String, ?> details = Map.of("added", added, "removed", removed);
		return run(viewer, ids, mode, new Change("retagArticles", details, (article) -> {
			article.requireEditableBy(viewer);
			return tags(article.id()).flatMap((tags) -> retag(viewer, article, tags, retagged(tags, added, removed)));
		}));
	}

	private Mono<List<Long>> tags(long article) {
		return this.database.sql("select tag_id from article_tag where article_id = :id order by position")
			.bind("id", article)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	private static List<Long> retagged(List<Long> tags, List<Long> added, List<Long> removed) {
		Set<Long> retagged = new LinkedHashSet<>(tags);
		removed.forEach(retagged::remove);
		retagged.addAll(added);
		return new ArrayList<>(retagged);
	}

	private Mono<Changed> retag(Viewer viewer, LockedArticle article, List<Long> before, List<Long> after) {
		return before.equals(after) ? Mono.just(Changed.silently(article.revision()))
				: this.drafts.save(viewer, article, ArticleEdit.NONE.withTags(after), "retagArticles");
	}

	private Mono<List<Refusal>> run(Viewer viewer, List<Long> ids, BulkMode mode, Change change) {
		viewer.require(Permission.PUBLISH_ARTICLES);
		if (ids.isEmpty() || ids.size() > MOST) {
			throw InvalidInputException.badArgument("ids", "'ids' has 1 to " + MOST + " articles");
		}
		return (mode == BulkMode.REJECT_ALL) ? this.desk.changeAll(viewer, ids, change)
				: Flux.fromIterable(ids).distinct().concatMap((id) -> one(viewer, id, change)).collectList();
	}

	private Mono<Refusal> one(Viewer viewer, long id, Change change) {
		return this.desk.change(viewer, id, change)
			.map((revision) -> true)
			.defaultIfEmpty(false)
			.filter((found) -> !found)
			.map((missing) -> Refusal.notFound(id))
			.onErrorResume(Refusal::isOne, (ex) -> Mono.just(new Refusal(id, ex)));
	}

}

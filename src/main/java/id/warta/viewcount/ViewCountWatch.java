package id.warta.viewcount;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * One subscriber to view counts. It keeps what it was told, never what it is yet to be
 * told: that is looked up when it takes it, so that a slow subscriber gets the newest
 * number of each article, and costs no more than a fast one.
 */
final class ViewCountWatch {

	private final WatchedArticles articles;

	private final Set<Long> ids;

	private final Map<Long, Long> told = new HashMap<>();

	ViewCountWatch(WatchedArticles articles, Set<Long> ids) {
		this.articles = articles;
		this.ids = ids;
		articles.watch(ids);
	}

	/**
	 * What is new after each look at the counts. Of the looks that come while it takes
	 * nothing the last one stands for all.
	 */
	Flux<ViewCountEvent> events(Flux<?> looks) {
		return looks.onBackpressureLatest().<Long>concatMapIterable((look) -> this.ids, 1).mapNotNull(this::news);
	}

	private @Nullable ViewCountEvent news(Long id) {
		ViewCountEvent newest = this.articles.newest(id);
		if (newest == null || newest.viewCount() <= this.told.getOrDefault(id, -1L)) {
			return null;
		}
		this.told.put(id, newest.viewCount());
		return newest;
	}

	void leave() {
		this.articles.leave(this.ids);
	}

}

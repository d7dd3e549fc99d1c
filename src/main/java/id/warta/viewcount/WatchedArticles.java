package id.warta.viewcount;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The articles whose counts somebody on this node follows, with the newest count of each.
 */
final class WatchedArticles {

	private final Map<Long, Watched> articles = new ConcurrentHashMap<>();

	/**
	 * An article that somebody follows.
	 *
	 * @param watchers how many do
	 * @param newest its newest count; null while none is known, or readers see no such
	 * article
	 */
	private record Watched(int watchers, @Nullable ViewCountEvent newest) {

		Watched withWatchers(int change) {
			return new Watched(this.watchers + change, this.newest);
		}

		/** A count read while Redis was away is less than one that was known before. */
		Watched with(@Nullable ViewCountEvent read) {
			boolean newer = read == null || this.newest == null || read.viewCount() > this.newest.viewCount();
			return newer ? new Watched(this.watchers, read) : this;
		}

	}

	void watch(Collection<Long> ids) {
		ids.forEach((id) -> this.articles.merge(id, new Watched(1, null), (before, first) -> before.withWatchers(1)));
	}

	void leave(Collection<Long> ids) {
		ids.forEach((id) -> this.articles.computeIfPresent(id,
				(same, before) -> (before.watchers() > 1) ? before.withWatchers(-1) : null));
	}

	List<Long> ids() {
		return List.copyOf(this.articles.keySet());
	}

	/**
	 * Takes over what was read.
	 * @param ids the articles that were asked for
	 * @param counts the counts of those that readers see
	 */
	void read(Collection<Long> ids, Map<Long, ViewCountEvent> counts) {
		ids.forEach((id) -> this.articles.computeIfPresent(id, (same, before) -> before.with(counts.get(id))));
	}

	/**
	 * The newest count of an article; null if none can be told.
	 */
	@Nullable ViewCountEvent newest(long id) {
		Watched article = this.articles.get(id);
		return (article != null) ? article.newest() : null;
	}

	int size() {
		return this.articles.size();
	}

}

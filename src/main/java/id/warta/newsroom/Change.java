package id.warta.newsroom;

import java.util.Map;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Something that is done to an article.
 *
 * @param action the mutation's name
 * @param details what the audit log keeps of it
 * @param change does it to the article, which is locked, or refuses to
 */
record Change(String action, Map<String, ?> details, Function<LockedArticle, Mono<Changed>> change) {

	/**
	 * What has been done, but for the last.
	 *
	 * @param revision the article's revision now
	 * @param announcement tells the log; empty if readers need not hear of it
	 */
	record Changed(int revision, Mono<Long> announcement) {

		static Changed silently(int revision) {
			return new Changed(revision, Mono.empty());
		}

	}

}

package id.warta.viewcount;

import java.io.Serial;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts views of articles that readers see, or fails if Redis or PostgreSQL is away.
 */
@Component
class ViewRecorder {

	private final VisibleArticles articles;

	private final NewestBatches batches;

	private final DailySalt salt;

	private final ViewCounter counter;

	ViewRecorder(VisibleArticles articles, NewestBatches batches, DailySalt salt, ViewCounter counter) {
		this.articles = articles;
		this.batches = batches;
		this.salt = salt;
		this.counter = counter;
	}

	/**
	 * Counts a view.
	 * @param uncertain whether it may have been counted before
	 * @return what became of it; an error if it is not counted,
	 * {@link UncertainException} if nobody knows
	 */
	Mono<ViewOutcome> record(View view, boolean uncertain) {
		return this.articles.find(view.article())
			.flatMap((article) -> record(article, view, uncertain))
			.defaultIfEmpty(ViewOutcome.NO_SUCH_ARTICLE);
	}

	private Mono<ViewOutcome> record(long article, View view, boolean uncertain) {
		return Mono.zip(this.batches.of(Shard.of(article)), this.salt.of(view.at()))
			.flatMap((known) -> this.counter
				.count(CountedView.of(article, view, known.getT2()), known.getT1(), uncertain)
				.onErrorMap(UncertainException::new));
	}

	/**
	 * Nobody knows whether a view was counted.
	 */
	static final class UncertainException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		UncertainException(Throwable cause) {
			super("A view may have been counted", cause, false, false);
		}

	}

}

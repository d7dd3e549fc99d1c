package id.warta.viewcount;

import java.io.Serial;
import java.net.ConnectException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLongArray;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Counts views of articles that readers see, or fails if Redis or PostgreSQL is away.
 */
@Component
class ViewRecorder {

	/** How long a shard's server is left alone that gave no answer. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** What Lettuce says of a command that it never sent. */
	private static final String NOT_SENT = "Currently not connected";

	private final VisibleArticles articles;

	private final NewestBatches batches;

	private final DailySalt salt;

	private final ViewCounter counter;

	private final InstantSource clock;

	/** Until when each shard's server is left alone, in milliseconds since 1970. */
	private final AtomicLongArray pausedUntil = new AtomicLongArray(Shard.COUNT);

	ViewRecorder(VisibleArticles articles, NewestBatches batches, DailySalt salt, ViewCounter counter,
			InstantSource clock) {
		this.articles = articles;
		this.batches = batches;
		this.salt = salt;
		this.counter = counter;
		this.clock = clock;
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
		Shard shard = Shard.of(article);
		if (this.clock.millis() < this.pausedUntil.get(shard.number())) {
			return Mono.error(new AwayException());
		}
		return Mono.zip(this.batches.of(shard), this.salt.of(view.at()))
			.flatMap((known) -> this.counter
				.count(CountedView.of(article, view, known.getT2()), known.getT1(), uncertain)
				.onErrorMap((ex) -> failed(shard, ex)));
	}

	private Throwable failed(Shard shard, Throwable ex) {
		this.pausedUntil.set(shard.number(), this.clock.millis() + PAUSE.toMillis());
		return wasNotRun(NestedExceptionUtils.getMostSpecificCause(ex)) ? ex : new UncertainException(ex);
	}

	/** Redis refused it, or never got it. */
	private static boolean wasNotRun(Throwable cause) {
		return cause instanceof RedisCommandExecutionException || cause instanceof RedisConnectionException
				|| cause instanceof ConnectException || String.valueOf(cause.getMessage()).startsWith(NOT_SENT);
	}

	/**
	 * Redis gave no answer a moment ago.
	 */
	private static final class AwayException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		AwayException() {
			super("Redis gave no answer a moment ago", null, false, false);
		}

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

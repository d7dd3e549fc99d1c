package id.warta.platform;

import java.time.Duration;

/**
 * Somebody has tried too often.
 */
public final class RateLimitedException extends RuntimeException {

	private final Duration retryAfter;

	/**
	 * Creates one.
	 * @param retryAfter when the next try may come
	 */
	public RateLimitedException(Duration retryAfter) {
		this("Too often: try again later", retryAfter);
	}

	/**
	 * Creates one.
	 * @param message what a person reads
	 * @param retryAfter when the next try may come
	 */
	public RateLimitedException(String message, Duration retryAfter) {
		super(message, null, false, false);
		this.retryAfter = retryAfter;
	}

	public Duration retryAfter() {
		return this.retryAfter;
	}

}

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
		super("Too often: try again later", null, false, false);
		this.retryAfter = retryAfter;
	}

	public Duration retryAfter() {
		return this.retryAfter;
	}

}

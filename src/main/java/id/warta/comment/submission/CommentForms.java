package id.warta.comment.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import id.warta.comment.CommentProperties;
import id.warta.comment.CommentSecrets;
import id.warta.platform.InvalidInputException;
import id.warta.platform.RateLimitedException;
import id.warta.platform.secret.KeyedHash;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tokens of forms, which say when a page began to show one below an article: people need
 * a while to write. A token is a time and its signature; it is good for all that is
 * written below the article within a day.
 */
@Component
class CommentForms {

	private static final String PURPOSE = "form";

	private static final Duration GOOD_FOR = Duration.ofDays(1);

	private static final int RADIX = 36;

	private final CommentSecrets secrets;

	private final CommentProperties properties;

	private final InstantSource clock;

	CommentForms(CommentSecrets secrets, CommentProperties properties, InstantSource clock) {
		this.secrets = secrets;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * A token of now.
	 */
	Mono<String> issue(long articleId) {
		return this.secrets.hash().map((hash) -> {
			String time = Long.toString(this.clock.millis(), RADIX);
			return time + "." + signature(hash, articleId, time);
		});
	}

	private static String signature(KeyedHash hash, long articleId, String time) {
		return hash.base64(PURPOSE, articleId + " " + time);
	}

	/**
	 * Checks a token, if the site asks for one.
	 * @return fails with {@link InvalidInputException} {@code FORM_TOKEN} if it is none,
	 * of another article or too old, and with {@link RateLimitedException} if it is too
	 * young
	 */
	Mono<Void> check(@Nullable String token, long articleId) {
		return this.properties.minimumTime().isZero() ? Mono.empty()
				: this.secrets.hash().doOnNext((hash) -> check(hash, token, articleId)).then();
	}

	private void check(KeyedHash hash, @Nullable String token, long articleId) {
		Duration age = Duration.between(issuedAt(hash, token, articleId), this.clock.instant());
		if (age.compareTo(GOOD_FOR) > 0) {
			throw refused();
		}
		if (age.compareTo(this.properties.minimumTime()) < 0) {
			throw new RateLimitedException("Sent faster than people write: try again in a moment",
					this.properties.minimumTime().minus(age));
		}
	}

	private static Instant issuedAt(KeyedHash hash, @Nullable String token, long articleId) {
		String[] parts = (token != null) ? token.split("\\.", 2) : new String[0];
		if (parts.length != 2 || !same(parts[1], signature(hash, articleId, parts[0]))) {
			throw refused();
		}
		return Instant.ofEpochMilli(Long.parseLong(parts[0], RADIX));
	}

	private static boolean same(String given, String expected) {
		return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
	}

	private static InvalidInputException refused() {
		return new InvalidInputException("FORM_TOKEN", "formToken",
				"'formToken' must be what commentForm gave for this article within the last day");
	}

}

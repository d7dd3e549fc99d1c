package id.warta.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Something small enough to be written as a whole, which clients fetch again and again:
 * they get it only if it has changed.
 *
 * @param bytes what it holds
 * @param type its media type
 * @param tag its entity tag, the same on every node
 * @param lastModified since when this node has known it to be so, in whole seconds. What
 * its articles say of themselves would not do: one that is withdrawn leaves no later time
 * behind
 */
record Document(byte[] bytes, MediaType type, String tag, Instant lastModified) {

	/** How long it may be shown without asking. */
	static final Duration FRESH = Duration.ofMinutes(1);

	static Document of(byte[] bytes, MediaType type, Instant now) {
		String digest = HexFormat.of().formatHex(DigestUtils.md5Digest(bytes));
		return new Document(bytes, type, '"' + digest + '"', now.truncatedTo(ChronoUnit.SECONDS));
	}

	static Document of(String text, MediaType type, Instant now) {
		return of(text.getBytes(StandardCharsets.UTF_8), type, now);
	}

	/**
	 * The answer to whoever asks for it: status 304 to those who have it. Whether they do
	 * is told by {@code If-None-Match}, and by {@code If-Modified-Since} only without it.
	 */
	ServerResponse.BodyBuilder response() {
		return ServerResponse.ok()
			.contentType(this.type)
			.eTag(this.tag)
			.lastModified(this.lastModified)
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic());
	}

	Mono<ServerResponse> answer() {
		return response().bodyValue(this.bytes);
	}

}

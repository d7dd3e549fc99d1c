package id.warta.syndication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
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
 * behind. Null if nobody has kept it
 */
public record Document(byte[] bytes, MediaType type, String tag, @Nullable Instant lastModified) {

	/** How long it may be shown without asking. */
	public static final Duration FRESH = Duration.ofMinutes(1);

	/**
	 * What the node has just learnt to be so.
	 */
	static Document of(byte[] bytes, MediaType type, Instant now) {
		return new Document(bytes, type, tag(bytes), now.truncatedTo(ChronoUnit.SECONDS));
	}

	/**
	 * What is made anew for each request.
	 */
	public static Document of(byte[] bytes, MediaType type) {
		return new Document(bytes, type, tag(bytes), null);
	}

	private static String tag(byte[] bytes) {
		return '"' + HexFormat.of().formatHex(DigestUtils.md5Digest(bytes)) + '"';
	}

	/**
	 * Who reads something that is at an address, with {@code GET} or {@code HEAD}.
	 * @param pattern the address's path
	 */
	public static RequestPredicate readAt(String pattern) {
		return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(pattern));
	}

	/**
	 * The answer to whoever asks for it: status 304 to those who have it. Whether they do
	 * is told by {@code If-None-Match}, and by {@code If-Modified-Since} only without it.
	 */
	ServerResponse.BodyBuilder response() {
		ServerResponse.BodyBuilder response = ServerResponse.ok()
			.contentType(this.type)
			.eTag(this.tag)
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic());
		return (this.lastModified != null) ? response.lastModified(this.lastModified) : response;
	}

	public Mono<ServerResponse> answer() {
		return response().bodyValue(this.bytes);
	}

}

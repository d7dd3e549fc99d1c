package id.warta.syndication;

import java.nio.charset.StandardCharsets;

import id.warta.platform.InvalidInputException;
import id.warta.search.NewestHits;
import id.warta.site.Site;
import id.warta.site.SiteSettings;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/**
 * Feeds of what a search finds, the newest first: {@code /search/feed.xml?q=banjir}.
 */
@Component
class SearchFeeds {

	/** The path of the page that shows what is found. */
	static final String PAGE = "/search";

	private final NewestHits hits;

	private final Feeds feeds;

	private final SiteSettings settings;

	private final FeedProperties properties;

	SearchFeeds(NewestHits hits, Feeds feeds, SiteSettings settings, FeedProperties properties) {
		this.hits = hits;
		this.feeds = feeds;
		this.settings = settings;
		this.properties = properties;
	}

	/**
	 * The answer to whoever asks for one: status 400 if the query is none.
	 */
	Mono<ServerResponse> answer(ServerRequest request, FeedFormat format) {
		String query = request.queryParam("q").orElse("").strip();
		return query.isEmpty() ? refuse() : this.feeds.answer(source(query, format), format)
			.onErrorResume(InvalidInputException.class, (ex) -> refuse());
	}

	private FeedSource source(String query, FeedFormat format) {
		Site site = this.settings.current();
		String encoded = "?q=" + UriUtils.encode(query, StandardCharsets.UTF_8);
		return new FeedSource("«" + query + "» - " + site.title(), null, site.url() + PAGE + encoded,
				site.url() + PAGE + "/" + format.file() + encoded, this.hits.of(query, this.properties.size()));
	}

	private static Mono<ServerResponse> refuse() {
		return Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
	}

}

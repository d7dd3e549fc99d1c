package id.warta.syndication;

import java.net.URI;
import java.util.List;

import id.warta.article.ArticleFields;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Node;
import id.warta.route.Route;
import id.warta.route.Route.FoundRoute;
import id.warta.route.Route.GoneRoute;
import id.warta.route.Route.MovedRoute;
import id.warta.route.Router;
import id.warta.route.WordPressFeeds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds feeds by their addresses: those of the pages that show the same lists, whatever
 * became of them, with the name of a format behind. So where {@code route} says that a
 * page has moved, its feed has too.
 */
@Component
class FeedRoutes {

	private final Router router;

	private final FeedLists lists;

	private final SearchFeeds searches;

	private final Feeds feeds;

	FeedRoutes(Router router, FeedLists lists, SearchFeeds searches, Feeds feeds) {
		this.router = router;
		this.lists = lists;
		this.searches = searches;
		this.feeds = feeds;
	}

	RouterFunction<ServerResponse> routes() {
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (FeedFormat format : FeedFormat.values()) {
			routes.route(Document.readAt(SearchFeeds.PAGE + "/" + format.file()),
					(request) -> this.searches.answer(request, format));
			routes.route(Document.readAt("/**/" + format.file()), (request) -> answer(request, format));
		}
		for (String end : List.of("", "/")) {
			routes.route(Document.readAt("/**/feed" + end), this::moved);
			routes.route(Document.readAt("/**/feed/{format}" + end), this::moved);
		}
		return routes.build();
	}

	private Mono<ServerResponse> answer(ServerRequest request, FeedFormat format) {
		String path = request.requestPath().value();
		return at(path.substring(0, path.length() - format.file().length())).flatMap((route) -> answer(route, format));
	}

	private Mono<Route> at(String page) {
		return Mono.defer(() -> this.router.route(page, ArticleFields.CARD))
			.onErrorMap(InvalidInputException.class, (ex) -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Mono<ServerResponse> answer(Route route, FeedFormat format) {
		if (route instanceof FoundRoute found) {
			return answer(this.lists.of(found.node(), format), format);
		}
		if (route instanceof MovedRoute moved) {
			return moved(moved.node(), format);
		}
		return refuse(
				(route instanceof GoneRoute gone && isBelow(gone.path())) ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
	}

	/** Articles, which have no feed, are at the top alone. */
	private static boolean isBelow(String path) {
		return path.indexOf('/', 1) > 0;
	}

	private Mono<ServerResponse> answer(@Nullable FeedSource source, FeedFormat format) {
		return (source != null) ? this.feeds.answer(source, format) : refuse(HttpStatus.NOT_FOUND);
	}

	/** From where WordPress has it. */
	private Mono<ServerResponse> moved(ServerRequest request) {
		FeedFormat format = FeedFormat.of(WordPressFeeds.file(request.pathVariables().getOrDefault("format", "feed")));
		if (format == null) {
			return refuse(HttpStatus.NOT_FOUND);
		}
		String path = request.requestPath().value();
		return at(path.substring(0, path.lastIndexOf("/feed") + 1)).flatMap(
				(route) -> (route instanceof FoundRoute found) ? moved(found.node(), format) : answer(route, format));
	}

	private Mono<ServerResponse> moved(Node node, FeedFormat format) {
		FeedSource source = this.lists.of(node, format);
		return (source != null) ? ServerResponse.status(HttpStatus.MOVED_PERMANENTLY)
			.location(URI.create(source.self()))
			.cacheControl(CacheControl.maxAge(Document.FRESH).cachePublic())
			.build() : refuse(HttpStatus.NOT_FOUND);
	}

	private static Mono<ServerResponse> refuse(HttpStatus status) {
		return Mono.error(() -> new ResponseStatusException(status));
	}

}

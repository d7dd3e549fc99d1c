package id.warta.route;

import java.util.List;
import java.util.Objects;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.page.Page;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Node;
import id.warta.route.Route.FoundRoute;
import id.warta.route.Route.GoneRoute;
import id.warta.route.Route.MovedRoute;
import id.warta.route.Route.NotFoundRoute;
import id.warta.route.Route.RedirectRoute;
import id.warta.site.Addresses;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is at an address. What has the address now comes first, pages before
 * articles of the same slug; then where editors redirect it; then where what had it
 * before has moved, or that it is gone.
 */
@Component
public class Router {

	/** How many redirects are followed; then a reader is sent to the next one. */
	private static final int MAX_STEPS = 5;

	private final DatabaseClient database;

	private final Articles articles;

	private final Landmarks landmarks;

	private final Past past;

	Router(DatabaseClient database, Articles articles, Landmarks landmarks, Past past) {
		this.database = database;
		this.articles = articles;
		this.landmarks = landmarks;
		this.past = past;
	}

	/**
	 * Where addresses lead that nothing has.
	 */
	@Component
	record Past(RedirectTable redirects, ImportedAddresses imported) {

	}

	/**
	 * What is at an address.
	 * @param path what follows the host
	 * @param fields what is selected of an article
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is no path
	 */
	public Mono<Route> route(String path, ArticleFields fields) {
		return route(Paths.of(path), fields, 0);
	}

	private Mono<Route> route(Paths asked, ArticleFields fields, int steps) {
		return content(asked, fields).flatMap((found) -> (found instanceof FoundRoute) ? Mono.just(found) : this.past
			.redirects()
			.at(asked)
			.flatMap((redirect) -> follow(redirect, fields, steps + 1))
			.map((route) -> (route instanceof GoneRoute gone) ? new GoneRoute(asked.toString(), gone.reason()) : route)
			.defaultIfEmpty(found));
	}

	/** Straight to where a chain of redirects, or what has moved besides, ends. */
	private Mono<Route> follow(Redirect redirect, ArticleFields fields, int steps) {
		String target = redirect.target();
		if (target == null) {
			return Mono.just(new GoneRoute(redirect.path(), null));
		}
		return (redirect.targetPath() == null || steps > MAX_STEPS) ? Mono.just(new RedirectRoute(target))
				: route(Paths.of(target), fields, steps).map((route) -> led(target, route));
	}

	private static Route led(String target, Route route) {
		if (route instanceof FoundRoute found) {
			return new MovedRoute(target, found.node());
		}
		return (route instanceof NotFoundRoute) ? new RedirectRoute(target) : route;
	}

	/** What is, or was, at an address, whatever editors want. */
	private Mono<Route> content(Paths asked, ArticleFields fields) {
		Node landmark = this.landmarks.at(asked.segments());
		if (landmark != null) {
			String address = Landmarks.path(landmark);
			Route route = address.equals(asked.toString()) ? new FoundRoute(landmark)
					: new MovedRoute(address, landmark);
			return asked.segments().isEmpty() ? onWordPress(asked, fields).defaultIfEmpty(route) : Mono.just(route);
		}
		Mono<Route> article = (asked.segments().size() == 1) ? article(asked, fields)
				: Mono.just(new NotFoundRoute(asked.toString()));
		return article.flatMap((route) -> (route instanceof NotFoundRoute)
				? onWordPress(asked, fields).defaultIfEmpty(route) : Mono.just(route));
	}

	/** What was at an address on a WordPress site; empty if that isn't known. */
	private Mono<Route> onWordPress(Paths asked, ArticleFields fields) {
		WordPressAddress old = WordPressAddress.of(asked);
		if (old instanceof WordPressAddress.Elsewhere elsewhere) {
			return moved(asked, elsewhere.path(), fields);
		}
		if (old instanceof WordPressAddress.Numbered number) {
			return this.past.imported().at(number).flatMap((path) -> moved(asked, path, fields));
		}
		return (old instanceof WordPressAddress.Feed feed) ? feed(feed, fields) : Mono.empty();
	}

	private Mono<Route> moved(Paths asked, Paths path, ArticleFields fields) {
		return content(path, fields).mapNotNull((route) -> moved(asked, route));
	}

	private static @Nullable Route moved(Paths asked, Route route) {
		if (route instanceof FoundRoute found) {
			return new MovedRoute(address(found.node()), found.node());
		}
		if (route instanceof GoneRoute gone) {
			return new GoneRoute(asked.toString(), gone.reason());
		}
		return (route instanceof NotFoundRoute) ? null : route;
	}

	/** Articles and pages have none. */
	private Mono<Route> feed(WordPressAddress.Feed feed, ArticleFields fields) {
		return content(feed.page(), fields).mapNotNull((route) -> {
			Node node = (route instanceof FoundRoute found) ? found.node()
					: (route instanceof MovedRoute moved) ? moved.node() : null;
			return (node == null || node instanceof Article || node instanceof Page) ? null
					: new RedirectRoute(Landmarks.path(node).replaceFirst("/$", "") + "/" + feed.file());
		});
	}

	private static String address(Node node) {
		return (node instanceof Article article) ? Addresses.path("Article", article.slug()) : Landmarks.path(node);
	}

	private record Place(long articleId, String slug, boolean withdrawn, @Nullable String reason) {

	}

	private Mono<Route> article(Paths asked, ArticleFields fields) {
		String slug = asked.segments().get(0);
		return this.database.sql("""
				select a.id, a.slug, a.status = 'WITHDRAWN' as withdrawn, a.withdrawal_reason
				from (
				    select id from article where slug = :slug
				    union all
				    select article_id from article_slug_history where slug = :slug) found
				join article a on a.id = found.id
				where a.visible or a.status = 'WITHDRAWN' and a.first_published_at is not null
				order by a.slug <> :slug limit 1""")
			.bind("slug", slug)
			.map((row) -> new Place(Objects.requireNonNull(row.get("id", Long.class)),
					Objects.requireNonNull(row.get("slug", String.class)),
					Objects.requireNonNull(row.get("withdrawn", Boolean.class)),
					row.get("withdrawal_reason", String.class)))
			.one()
			.flatMap((place) -> place.withdrawn() ? Mono.just(new GoneRoute(asked.toString(), place.reason()))
					: found(place, slug, fields))
			.switchIfEmpty(Mono.fromSupplier(() -> formerly(asked)));
	}

	private Route formerly(Paths asked) {
		Page page = this.landmarks.formerly(asked.segments());
		return (page != null) ? new MovedRoute(Landmarks.path(page), page) : new NotFoundRoute(asked.toString());
	}

	private Mono<Route> found(Place place, String slug, ArticleFields fields) {
		return this.articles.byIds(List.of(place.articleId()), fields)
			.next()
			.map((article) -> place.slug().equals(slug) ? new FoundRoute(article)
					: new MovedRoute(Addresses.path("Article", place.slug()), article));
	}

}

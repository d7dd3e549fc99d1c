package id.warta.feed;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleChange;
import id.warta.article.ArticleFields;
import id.warta.article.SharedArticles;
import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.eventlog.LogStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Streams of what happens to articles.
 */
@Service
public class ArticleFeeds {

	private final ArticleFilters filters;

	private final SharedArticles articles;

	ArticleFeeds(ArticleFilters filters, SharedArticles articles) {
		this.filters = filters;
		this.articles = articles;
	}

	/**
	 * The stream of those events that mean something to it, of the articles wanted.
	 * @param type what an event of the log means; empty for one that means nothing, and
	 * for all whose subject is no article
	 * @param heartbeat what a heartbeat is
	 * @param where which articles; null for all
	 */
	public <T> LogStream<ArticleFeedEvent<T>> stream(Function<Event, Optional<T>> type, T heartbeat,
			@Nullable ArticleFeedWhere where) {
		return LogStream.of(wanted(type, where), (delivery) -> told(delivery, type, heartbeat));
	}

	private <T> Predicate<Event> wanted(Function<Event, Optional<T>> type, @Nullable ArticleFeedWhere where) {
		Predicate<Event> meaningful = (event) -> type.apply(event).isPresent();
		if (where == null) {
			return meaningful;
		}
		Predicate<ArticleChange> filter = this.filters.of(where);
		return meaningful.and((event) -> filter.test(ArticleChange.of(event)));
	}

	private static <T> ArticleFeedEvent<T> told(Delivery delivery, Function<Event, Optional<T>> type, T heartbeat) {
		String cursor = delivery.cursor().toString();
		Event event = delivery.event();
		return (event == null) ? new ArticleFeedEvent<>(cursor, delivery.occurredAt(), heartbeat, null)
				: new ArticleFeedEvent<>(cursor, delivery.occurredAt(), type.apply(event).orElseThrow(),
						ArticleChange.of(event));
	}

	/**
	 * The article that an event is about, as it is now; empty for a heartbeat, and if
	 * readers don't see it.
	 */
	public Mono<Article> article(ArticleFeedEvent<?> event, DataFetchingEnvironment environment) {
		return Mono.justOrEmpty(event.change())
			.flatMap((change) -> this.articles.byId(change.articleId(), ArticleFields.selected(environment)));
	}

}

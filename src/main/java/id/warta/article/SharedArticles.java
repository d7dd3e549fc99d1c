package id.warta.article;

import java.util.List;

import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.SharedReadings;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Articles for subscribers, who share their readings.
 */
@Component
public class SharedArticles {

	private final SharedReadings<Key, Article> readings;

	SharedArticles(Articles articles, LiveEvents live) {
		this.readings = new SharedReadings<>(live, (key) -> articles.byIds(List.of(key.id()), key.fields()).next());
	}

	private record Key(long id, ArticleFields fields) {

	}

	/**
	 * The article; empty if readers see none with this id.
	 */
	public Mono<Article> byId(long id, ArticleFields fields) {
		return this.readings.of(new Key(id, fields));
	}

}

package id.warta.syndication;

import java.util.List;

import id.warta.article.Article;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A list of articles that readers may subscribe to: the site's, a category's, or whatever
 * else somebody reads.
 *
 * @param title what the feed is called
 * @param description what it is about, as plain text
 * @param page the full address of the page that shows the list
 * @param self the feed's own full address
 * @param articles reads the list anew, the newest first, without bodies; a few dozen at
 * most
 */
public record FeedSource(String title, @Nullable String description, String page, String self,
		Mono<List<Article>> articles) {

}

package id.warta.newsroom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Articles' slugs: each one's own for ever, since old addresses lead to it, and not a
 * page's, since pages have addresses of the same form.
 */
@Component
class ArticleSlugs {

	private static final int TRIES = 20;

	private final DatabaseClient database;

	ArticleSlugs(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A slug made of a title that nothing has, with a number if need be.
	 */
	Mono<String> free(String title) {
		String base = Slugs.of(title);
		List<String> candidates = Stream
			.concat(Stream.of(base), IntStream.rangeClosed(2, TRIES).mapToObj((number) -> Slugs.numbered(base, number)))
			.toList();
		return taken(0, candidates).map((taken) -> candidates.stream()
			.filter((candidate) -> !taken.contains(candidate))
			.findFirst()
			.orElseGet(() -> Slugs.numbered(base, ThreadLocalRandom.current().nextInt(TRIES, Integer.MAX_VALUE))));
	}

	private Mono<Set<String>> taken(long article, List<String> slugs) {
		return this.database.sql("""
				select slug from article where slug = any(:slugs) and id <> :article
				union all select slug from article_slug_history where slug = any(:slugs) and article_id <> :article
				union all select slug from page where slug = any(:slugs)
				union all select slug from page_slug_history where slug = any(:slugs)""")
			.bind("slugs", slugs.toArray(String[]::new))
			.bind("article", article)
			.mapValue(String.class)
			.all()
			.collect(Collectors.toSet());
	}

	/**
	 * To be done before an article gets another slug: the old one goes on leading to it
	 * if readers have seen it.
	 * @param slug the other one; null if it keeps its own
	 */
	Mono<Void> move(LockedArticle article, @Nullable String slug) {
		if (slug == null || slug.equals(article.slug())) {
			return Mono.empty();
		}
		return requireFree(article.id(), slug)
			.then(this.database.sql("""
					delete from article_slug_history where slug = :slug and article_id = :article""")
				.bind("slug", slug)
				.bind("article", article.id())
				.then())
			.then(article.wasPublished() ? remember(article) : Mono.empty());
	}

	/**
	 * Refuses a slug that something else has.
	 */
	Mono<Void> requireFree(long article, String slug) {
		return taken(article, List.of(slug)).flatMap((taken) -> taken.isEmpty() ? Mono.empty() : Mono.error(taken()));
	}

	static InvalidInputException taken() {
		return new InvalidInputException("SLUG_TAKEN", ArticleEdit.CONTENT + ArticleEdit.SLUG,
				"Something else has this slug");
	}

	private Mono<Void> remember(LockedArticle article) {
		return this.database.sql("""
				insert into article_slug_history (slug, article_id) values (:slug, :article) on conflict do nothing""")
			.bind("slug", article.slug())
			.bind("article", article.id())
			.then();
	}

}

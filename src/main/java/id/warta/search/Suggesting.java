package id.warta.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Rows;
import id.warta.tag.Tags;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Suggests what somebody may be about to type. Names are looked through in memory; titles
 * cost one statement.
 */
@Service
class Suggesting {

	private static final int MAX = 20;

	private final Articles articles;

	private final Terms terms;

	private final Replica<List<Name>> names;

	Suggesting(Articles articles, Terms terms, DatabaseClient database, Replicas replicas) {
		this.articles = articles;
		this.terms = terms;
		this.names = replicas.of(database.sql("""
				select n.kind, n.id, n.name, coalesce(sum(t.delta), 0)::bigint as articles from (
				    select 'category' as kind, 'subtree' as list, id, name from category
				    union all
				    select 'tag', 'tag', id, name from tag
				    union all
				    select 'author', 'author', id, name from author) n
				left join article_tally t on t.list = n.list and t.list_id = n.id
				group by n.kind, n.id, n.name""")
			.map(Name::of)
			.all()
			.sort(Comparator.comparingLong(Name::articles).reversed().thenComparing(Name::words))
			.collectList(), Categories.CHANGED, Tags.CHANGED, Authors.CHANGED);
	}

	/**
	 * What something is called.
	 *
	 * @param kind what it is
	 * @param id its id
	 * @param words its name, as {@link BegunWords#spaced} has it
	 * @param articles how many articles were filed under it when this was read
	 */
	private record Name(String kind, long id, String words, long articles) {

		static Name of(Readable row) {
			return new Name(Rows.required(row, "kind", String.class), Rows.required(row, "id", Long.class),
					BegunWords.spaced(Rows.required(row, "name", String.class)),
					Rows.required(row, "articles", Long.class));
		}

	}

	/**
	 * Suggestions of each kind, those with the most articles first.
	 * @param first how many of each kind
	 */
	Mono<Suggestions> suggest(String typed, int first, DataFetchingEnvironment environment) {
		if (first < 1 || first > MAX) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + MAX);
		}
		BegunWords begun = BegunWords.of(typed);
		if (begun.isTooShort()) {
			return Mono.just(Suggestions.NONE);
		}
		return titles(begun, first, environment)
			.map((articles) -> new Suggestions(named("category", begun, first, this.terms.categories()::byId),
					named("tag", begun, first, this.terms.tags()::byId),
					named("author", begun, first, this.terms.authors()::byId), articles));
	}

	private <T> List<T> named(String kind, BegunWords begun, int first, LongFunction<@Nullable T> byId) {
		return this.names.value()
			.stream()
			.filter((name) -> name.kind().equals(kind) && begun.begin(name.words()))
			.map((name) -> byId.apply(name.id()))
			.filter(Objects::nonNull)
			.limit(first)
			.toList();
	}

	private Mono<List<Article>> titles(BegunWords begun, int first, DataFetchingEnvironment environment) {
		if (!environment.getSelectionSet().contains("articles")) {
			return Mono.just(List.of());
		}
		return this.articles
			.select("""
					from search_titles(:words, :first) t join article a on a.id = t.article_id and a.visible
					order by t.published_at desc, a.id desc""",
					Map.of("words", begun.words().toArray(String[]::new), "first", first),
					ArticleFields.selectedBelow("articles", environment))
			.collectList();
	}

}

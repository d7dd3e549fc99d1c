package id.warta.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.TestContent;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Writes articles to be found, and searches them.
 */
class TestSearch {

	private static final String DOCUMENT = """
			query ($query: String!, $where: ArticleWhere, $orderBy: SearchOrder!, $first: Int, $after: String) {
			  search(query: $query, where: $where, orderBy: $orderBy, first: $first, after: $after) {
			    totalCount totalCountIsExact didYouMean
			    edges { cursor score titleHighlight bodyHighlight node { slug } }
			    pageInfo { hasNextPage hasPreviousPage endCursor }
			    facets {
			      categories { category { slug } count } tags { tag { slug } count } authors { author { slug } count }
			      months { date startsAt endsAt count }
			    }
			  }
			}""";

	private final TestContent content;

	private final GraphQlTester tester;

	TestSearch(TestContent content, ExecutionGraphQlService service) {
		this.content = content;
		this.tester = ExecutionGraphQlServiceTester.create(service);
	}

	/**
	 * Publishes an article, a day older than the one before.
	 */
	void publish(String slug, String language, String title, String text) {
		this.content.run("""
				insert into article (slug, language, title, plain_text, status, published_at)
				values (:slug, :language, :title, :text, 'PUBLISHED',
				    timestamptz '2025-08-03T05:00:00Z' - (select count(*) from article) * interval '1 day')""",
				Map.of("slug", slug, "language", language, "title", title, "text", text));
	}

	/**
	 * The slugs of the first hits, in order.
	 */
	List<String> slugs(String query) {
		return search(query).path("search.edges[*].node.slug").entityList(String.class).get();
	}

	GraphQlTester.Response search(String query) {
		return search(query, Map.of());
	}

	/**
	 * A page of hits with everything there is to it.
	 * @param arguments more of the field's arguments
	 */
	GraphQlTester.Response search(String query, Map<String, @Nullable Object> arguments) {
		Map<String, @Nullable Object> variables = new HashMap<>(Map.of("orderBy", "RELEVANCE", "first", 100));
		variables.putAll(arguments);
		GraphQlTester.Request<?> request = this.tester.document(DOCUMENT).variable("query", query);
		variables.forEach(request::variable);
		return request.execute();
	}

	GraphQlTester.Response suggest(String prefix) {
		return this.tester.document("""
				query ($prefix: String!) { suggest(prefix: $prefix) {
				  categories { slug } tags { slug } authors { slug } articles { slug }
				} }""").variable("prefix", prefix).execute();
	}

}

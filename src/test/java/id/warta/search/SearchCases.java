package id.warta.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table of queries and what they must find: {@code query | kind | what}.
 */
final class SearchCases {

	private final TestSearch search;

	SearchCases(TestSearch search) {
		this.search = search;
	}

	/**
	 * Checks each line of a table.
	 * @return how many there are
	 */
	long check(Stream<String> table) {
		return table.filter((line) -> !line.isBlank() && !line.startsWith("#")).peek(this::check).count();
	}

	private void check(String line) {
		String[] parts = line.split(" *\\| *", -1);
		List<String> what = Arrays.asList(StringUtils.tokenizeToStringArray(parts[2], " "));
		GraphQlTester.Response response = this.search.search(parts[0].strip(), Map.of("first", 100));
		List<String> hits = response.path("search.edges[*].node.slug").entityList(String.class).get();
		switch (parts[1]) {
			case "hits" -> assertThat(hits).as(line).containsExactlyInAnyOrderElementsOf(what);
			case "first" -> assertThat(hits).as(line).startsWith(what.get(0));
			case "top" -> assertThat(hits.subList(0, Math.min(10, hits.size()))).as(line).containsAll(what);
			case "has" -> assertThat(hits).as(line).containsAll(what);
			case "lacks" -> assertThat(hits).as(line).isNotEmpty().doesNotContainAnyElementsOf(what);
			case "count" -> response.path("search.totalCount").entity(String.class).isEqualTo(parts[2].strip());
			case "means" -> assertThat(means(response)).as(line).isEqualTo(parts[2].strip());
			default -> throw new IllegalArgumentException(line);
		}
	}

	private static String means(GraphQlTester.Response response) {
		Map<?, ?> answer = response.path("search").entity(Map.class).get();
		return (answer.get("didYouMean") != null) ? answer.get("didYouMean").toString() : "";
	}

}

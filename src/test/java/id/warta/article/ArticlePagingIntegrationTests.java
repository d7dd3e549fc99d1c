package id.warta.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the filter, order, page size and direction, going through the pages gives each
 * article once, in order.
 */
@IntegrationTest
@Import(TestContent.class)
class ArticlePagingIntegrationTests {

	private static final String DOCUMENT = """
			query ($where: ArticleWhere, $orderBy: ArticleOrder, $first: Int, $after: String, $last: Int, $before: String) {
			  articles(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
			    totalCount
			    nodes { slug }
			    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
			  }
			}""";

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	/**
	 * What the model knows of an article; dates are whole minutes, many of them the same.
	 */
	private record Known(long id, int published, int updated, boolean featured, boolean inFirst, boolean tagged,
			String type) {

		String slug() {
			return "s" + this.id;
		}

	}

	private record Filter(Map<String, Object> where, java.util.function.Predicate<Known> matches) {

	}

	@BeforeEach
	void clear() {
		this.content.clear();
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13 })
	void pagesInEitherDirectionGiveEachArticleOnceInOrder(long seed) {
		Random random = new Random(seed);
		List<Known> articles = publish(random);
		for (int i = 0; i < 10; i++) {
			Filter filter = filter(random);
			ArticleOrder order = ArticleOrder.values()[random.nextInt(3)];
			List<String> expected = articles.stream()
				.filter(filter.matches())
				.sorted(order(order))
				.map(Known::slug)
				.toList();
			int size = random.nextInt(2, 9);
			assertThat(forwards(filter, order, size)).as("seed %d, %s %s", seed, order, filter.where())
				.isEqualTo(expected);
			assertThat(backwards(filter, order, size)).as("seed %d, %s %s", seed, order, filter.where())
				.isEqualTo(expected);
		}
	}

	private static Comparator<Known> order(ArticleOrder order) {
		return switch (order) {
			case NEWEST -> Comparator.comparingInt(Known::published).thenComparingLong(Known::id).reversed();
			case OLDEST -> Comparator.comparingInt(Known::published).thenComparingLong(Known::id);
			case RECENTLY_UPDATED -> Comparator.comparingInt(Known::updated).thenComparingLong(Known::id).reversed();
		};
	}

	private List<Known> publish(Random random) {
		this.content.run("insert into category (slug, name) values ('first', 'First'), ('second', 'Second')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'below-first', 'Below')");
		this.content.run("insert into tag (slug, name) values ('tag', 'Tag')");
		List<Known> articles = new ArrayList<>();
		for (long id = 1; id <= 48; id++) {
			Known article = new Known(id, random.nextInt(20), random.nextInt(20), random.nextBoolean(),
					random.nextBoolean(), random.nextBoolean(), random.nextBoolean() ? "NEWS" : "OPINION");
			articles.add(article);
			write(article, random.nextBoolean() ? 1 : 3);
		}
		this.content.run("update article set status = 'WITHDRAWN' where id > 40");
		this.content.changed();
		return articles.subList(0, 40);
	}

	private void write(Known article, int inFirst) {
		this.content.run("""
				insert into article (id, slug, title, type, status, featured, published_at, updated_at)
				values (:id, :slug, 'T', :type, 'PUBLISHED', :featured,
				    timestamptz '2025-08-03T00:00:00Z' + :published * interval '1 minute',
				    timestamptz '2025-08-04T00:00:00Z' + :updated * interval '1 minute')""",
				Map.of("id", article.id(), "slug", article.slug(), "type", article.type(), "featured",
						article.featured(), "published", article.published(), "updated", article.updated()));
		this.content.run("insert into article_category values (%d, 0, %d)".formatted(article.id(),
				article.inFirst() ? inFirst : 2));
		if (article.tagged()) {
			this.content.run("insert into article_tag values (%d, 0, 1)".formatted(article.id()));
		}
	}

	private static Filter filter(Random random) {
		Filter featured = new Filter(Map.of("featured", Map.of("eq", true)), Known::featured);
		Filter inFirst = new Filter(Map.of("category", Map.of("eq", "first")), Known::inFirst);
		Filter tagged = new Filter(Map.of("tag", Map.of("in", List.of("tag", "none"))), Known::tagged);
		Filter byTag = new Filter(Map.of("tag", Map.of("eq", "tag")), Known::tagged);
		Filter opinion = new Filter(Map.of("type", Map.of("eq", "OPINION")), (known) -> known.type().equals("OPINION"));
		List<Filter> leaves = List.of(new Filter(Map.of(), (known) -> true), featured, inFirst, tagged, byTag, opinion);
		Filter one = leaves.get(random.nextInt(leaves.size()));
		Filter other = leaves.get(random.nextInt(leaves.size()));
		return switch (random.nextInt(4)) {
			case 0 -> one;
			case 1 ->
				new Filter(Map.of("AND", List.of(one.where(), other.where())), one.matches().and(other.matches()));
			case 2 -> new Filter(Map.of("OR", List.of(one.where(), other.where())), one.matches().or(other.matches()));
			default -> new Filter(Map.of("NOT", one.where(), "AND", List.of(other.where())),
					other.matches().and(one.matches().negate()));
		};
	}

	private List<String> forwards(Filter filter, ArticleOrder order, int size) {
		List<String> all = new ArrayList<>();
		String after = null;
		while (true) {
			GraphQlTester.Response page = page(filter, order, "first", size, "after", after);
			all.addAll(page.path("articles.nodes[*].slug").entityList(String.class).get());
			assertThat(page.path("articles.pageInfo.hasPreviousPage").entity(Boolean.class).get())
				.isEqualTo(after != null);
			if (!page.path("articles.pageInfo.hasNextPage").entity(Boolean.class).get()) {
				assertThat(page.path("articles.totalCount").entity(Integer.class).get()).isEqualTo(all.size());
				return all;
			}
			after = page.path("articles.pageInfo.endCursor").entity(String.class).get();
		}
	}

	private List<String> backwards(Filter filter, ArticleOrder order, int size) {
		List<String> all = new ArrayList<>();
		String before = null;
		while (true) {
			GraphQlTester.Response page = page(filter, order, "last", size, "before", before);
			List<String> slugs = new ArrayList<>(page.path("articles.nodes[*].slug").entityList(String.class).get());
			Collections.reverse(slugs);
			all.addAll(slugs);
			if (!page.path("articles.pageInfo.hasPreviousPage").entity(Boolean.class).get()) {
				Collections.reverse(all);
				return all;
			}
			before = page.path("articles.pageInfo.startCursor").entity(String.class).get();
		}
	}

	private GraphQlTester.Response page(Filter filter, ArticleOrder order, String sizeName, int size, String cursorName,
			@Nullable String cursor) {
		return this.tester.document(DOCUMENT)
			.variable("where", filter.where())
			.variable("orderBy", order.name())
			.variable(sizeName, size)
			.variable(cursorName, cursor)
			.execute();
	}

}

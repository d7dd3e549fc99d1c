package id.warta.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is published and withdrawn between the pages, whoever goes through them sees
 * each article that was there at first, and stays, exactly once.
 */
@IntegrationTest
@Import(TestContent.class)
class SearchPagingIntegrationTests {

	private static final List<String> TEXTS = List.of("banjir", "banjir banjir jakarta", "sawah banjir", "jakarta",
			"banjir di jakarta dan bekasi", "kebanjiran");

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private TestSearch search;

	private int written;

	@BeforeEach
	void clear() {
		this.search = new TestSearch(this.content, this.service);
		this.content.clear();
		this.written = 0;
	}

	@ParameterizedTest
	@CsvSource({ "1, RELEVANCE", "2, RELEVANCE", "3, NEWEST", "4, NEWEST" })
	void pagesNeitherDropNorDouble(long seed, String order) {
		Random random = new Random(seed);
		write(random, 60);
		Map<String, Boolean> stays = matching();
		List<String> seen = new ArrayList<>();
		Set<String> never = new HashSet<>();
		String after = null;
		do {
			GraphQlTester.Response page = page(order, random.nextInt(2, 9), after);
			assertThat(never).as("seed %d", seed).doesNotContainAnyElementsOf(slugs(page));
			seen.addAll(slugs(page));
			after = next(page);
			disturb(random, stays, never);
		}
		while (after != null);
		assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates();
		stays.forEach((slug, stayed) -> {
			if (stayed) {
				assertThat(seen).as("seed %d", seed).contains(slug);
			}
		});
	}

	private void write(Random random, int some) {
		for (int i = 0; i < some; i++) {
			int number = ++this.written;
			this.content.run("""
					insert into article (slug, title, plain_text, status, published_at)
					values (:slug, :title, :text, :status, now() - :hours * interval '1 hour')""",
					Map.of("slug", "s" + number, "title", TEXTS.get(random.nextInt(6)), "text",
							TEXTS.get(random.nextInt(6)), "status", (random.nextInt(4) > 0) ? "PUBLISHED" : "DRAFT",
							"hours", random.nextInt(-2, 4000)));
		}
		this.content.searchable();
	}

	/** By brute force: all texts but one hold the word. */
	private Map<String, Boolean> matching() {
		Map<String, Boolean> matching = new HashMap<>();
		String slugs = this.content.one("""
				select string_agg(slug, ' ') from article
				where status = 'PUBLISHED' and (title like '%banjir%' or plain_text like '%banjir%')""");
		List.of(String.valueOf(slugs).split(" ")).forEach((slug) -> matching.put(slug, true));
		return matching;
	}

	private void disturb(Random random, Map<String, Boolean> stays, Set<String> never) {
		write(random, random.nextInt(4));
		String slug = "s" + (1 + random.nextInt(this.written));
		if (random.nextBoolean()) {
			this.content.run("update article set status = 'PUBLISHED' where slug = :slug", Map.of("slug", slug));
			never.remove(slug);
		}
		else {
			this.content.run("update article set status = 'WITHDRAWN' where slug = :slug", Map.of("slug", slug));
			stays.put(slug, false);
			never.add(slug);
		}
		this.content.searchable();
	}

	private GraphQlTester.Response page(String order, int first, @Nullable String after) {
		Map<String, @Nullable Object> arguments = new HashMap<>(Map.of("orderBy", order, "first", first));
		arguments.put("after", after);
		return this.search.search("banjir", arguments);
	}

	private static List<String> slugs(GraphQlTester.Response page) {
		return page.path("search.edges[*].node.slug").entityList(String.class).get();
	}

	private static @Nullable String next(GraphQlTester.Response page) {
		return page.path("search.pageInfo.hasNextPage").entity(Boolean.class).get()
				? page.path("search.pageInfo.endCursor").entity(String.class).get() : null;
	}

	@Test
	void theOldestCandidateStaysWhenMoreIsPublished() {
		this.content.run("""
				insert into article (slug, title, status, published_at)
				select 'a' || i, 'banjir ke-' || i, 'PUBLISHED', now() - i * interval '1 day'
				from generate_series(1, 1100) i""");
		this.content.searchable();
		List<String> seen = new ArrayList<>();
		String after = null;
		do {
			GraphQlTester.Response page = page("RELEVANCE", 100, after);
			page.path("search.totalCount").entity(Integer.class).isEqualTo(SearchCandidates.BOUND);
			page.path("search.totalCountIsExact").entity(Boolean.class).isEqualTo(false);
			seen.addAll(slugs(page));
			after = next(page);
			this.content.run("""
					insert into article (slug, title, status, published_at)
					select 'b' || count(*) || '-' || i, 'banjir baru', 'PUBLISHED', now() + interval '1 hour'
					from article, generate_series(1, 20) i group by i""");
			this.content.searchable();
		}
		while (after != null);
		assertThat(seen).doesNotHaveDuplicates();
		assertThat(seen.stream().filter((slug) -> slug.startsWith("a"))).hasSize(SearchCandidates.BOUND)
			.contains("a1", "a1000");
	}

}

package id.warta.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.platform.NodeId;
import id.warta.platform.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, StatementCounter.class })
class ThreadsIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.content.article("satu");
		this.content.article("dua");
		this.content.changed();
	}

	@ParameterizedTest
	@ValueSource(longs = { 21, 22, 23 })
	void goingThroughThePagesGivesEachApprovedCommentOnceBelowItsParent(long seed) {
		Random random = new Random(seed);
		Map<Long, List<Long>> expected = comments(random);
		Map<Long, List<Long>> seen = new HashMap<>();
		List<String> waiting = new ArrayList<>();
		collect(0, articleId(), "Article", "comments", random, seen, waiting);
		while (!waiting.isEmpty()) {
			String id = waiting.remove(random.nextInt(waiting.size()));
			collect(number(id), id, "Comment", "replies", random, seen, waiting);
		}
		assertThat(seen).as("seed %d", seed).isEqualTo(expected);
	}

	/**
	 * Writes 40 comments, many at the same instant, and gives the visible ones by parent,
	 * the oldest first.
	 */
	private Map<Long, List<Long>> comments(Random random) {
		Map<Long, Integer> minutes = new TreeMap<>();
		Map<Long, Integer> depths = new HashMap<>();
		Map<Long, List<Long>> children = new HashMap<>();
		for (long id = 1; id <= 40; id++) {
			List<Long> open = depths.keySet().stream().filter((parent) -> depths.get(parent) < 4).toList();
			Long parent = (random.nextInt(3) == 0 || open.isEmpty()) ? null : open.get(random.nextInt(open.size()));
			boolean approved = random.nextInt(5) > 0;
			int minute = random.nextInt(6);
			int depth = (parent != null) ? depths.get(parent) + 1 : 0;
			insert(id, parent, depth, approved, minute);
			if (approved) {
				minutes.put(id, minute);
				depths.put(id, depth);
				children.computeIfAbsent((parent != null) ? parent : 0, (none) -> new ArrayList<>()).add(id);
			}
		}
		children.values()
			.forEach((ids) -> ids.sort(Comparator.<Long>comparingInt(minutes::get).thenComparing((id) -> id)));
		depths.keySet().forEach((id) -> children.computeIfAbsent(id, (none) -> new ArrayList<>()));
		return children;
	}

	private void insert(long id, @Nullable Long parent, int depth, boolean approved, int minute) {
		this.content.run("""
				insert into comment (id, article_id, parent_id, depth, status, author_name, body, created_at)
				values (%d, 1, %s, %d, '%s', 'A', 'B', timestamptz '2025-08-03T00:00:00Z' + %d * interval '1 minute')"""
			.formatted(id, parent, depth, approved ? "APPROVED" : "PENDING", minute));
	}

	private String articleId() {
		return this.tester.document("{ article(slug: \"satu\") { id } }")
			.execute()
			.path("article.id")
			.entity(String.class)
			.get();
	}

	private static long number(String id) {
		return NodeId.parse(id, "Comment", "id");
	}

	private void collect(long parent, String id, String type, String field, Random random, Map<Long, List<Long>> seen,
			List<String> waiting) {
		String after = null;
		seen.put(parent, new ArrayList<>());
		do {
			GraphQlTester.Response page = this.tester.document("""
					query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on %s {
					  list: %s(orderBy: OLDEST, first: $first, after: $after) {
					    nodes { id } pageInfo { hasNextPage endCursor } } } } }""".formatted(type, field))
				.variable("id", id)
				.variable("first", random.nextInt(1, 5))
				.variable("after", after)
				.execute();
			List<String> ids = page.path("node.list.nodes[*].id").entityList(String.class).get();
			ids.forEach((found) -> seen.get(parent).add(number(found)));
			waiting.addAll(ids);
			after = page.path("node.list.pageInfo.hasNextPage").entity(Boolean.class).get()
					? page.path("node.list.pageInfo.endCursor").entity(String.class).get() : null;
		}
		while (after != null);
	}

	@Test
	void aLevelOfThreadsCostsOneStatement() {
		this.content.run("""
				insert into comment (article_id, status, author_name, body)
				select 1 + i % 2, 'APPROVED', 'A', 'B' from generate_series(1, 20) i""");
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				select article_id, id, 1, 'APPROVED', 'A', 'B' from comment, generate_series(1, 3)""");
		this.counter.reset();
		this.tester.document("""
				{ articles { nodes { commentCount comments(first: 10) { totalCount nodes { replyCount
				  replies(first: 2) { nodes { body } } } } } } }""")
			.execute()
			.path("articles.nodes[*].comments.nodes[*].replies.nodes[*].body")
			.entityList(String.class)
			.hasSize(40);
		assertThat(this.counter.statements()).as("articles, counts, threads with their totals, replies").hasSize(5);
	}

	@Test
	void theMostCommentedOfAPeriodComeFirst(@Autowired Threads threads) {
		this.content.article("tiga");
		this.content.article("empat");
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'empat'");
		comment("satu", "APPROVED", "2 hours", 2);
		comment("dua", "APPROVED", "2 hours", 2);
		comment("dua", "PENDING", "2 hours", 5);
		comment("dua", "APPROVED", "2 days", 5);
		comment("tiga", "APPROVED", "2 hours", 3);
		comment("empat", "APPROVED", "2 hours", 9);
		assertThat(threads.mostCommented(Period.HOUR).collectList().block()).isEmpty();
		assertThat(threads.mostCommented(Period.DAY).collectList().block()).containsExactly(id("tiga"), id("dua"),
				id("satu"));
		assertThat(threads.mostCommented(Period.WEEK).collectList().block()).containsExactly(id("dua"), id("tiga"),
				id("satu"));
		this.tester.document("{ mostCommented(within: MONTH, first: 2) { slug } }")
			.execute()
			.path("mostCommented[*].slug")
			.entityList(String.class)
			.containsExactly("dua", "tiga");
	}

	private long id(String slug) {
		return this.content.id("article", slug);
	}

	private void comment(String slug, String status, String ago, int times) {
		this.content.run("""
				insert into comment (article_id, status, author_name, body, created_at)
				select :article, :status, 'A', 'B', now() - :ago::interval from generate_series(1, :times)""",
				Map.of("article", id(slug), "status", status, "ago", ago, "times", times));
	}

	@Test
	void commentsOfAnArticleThatIsNoMoreAreNoMore() {
		insert(1, null, 0, true, 0);
		String id = new NodeId("Comment", 1).toString();
		this.tester.document("query ($id: ID!) { node(id: $id) { id } }")
			.variable("id", id)
			.execute()
			.path("node.id")
			.hasValue();
		this.content.run("update article set status = 'WITHDRAWN' where id = 1");
		this.tester.document("query ($id: ID!) { node(id: $id) { id } }")
			.variable("id", id)
			.execute()
			.path("node")
			.valueIsNull();
	}

}

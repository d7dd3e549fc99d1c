package id.warta.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.platform.NodeId;
import id.warta.platform.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
	@CsvSource({ "21, OLDEST", "22, OLDEST", "23, NEWEST", "24, NEWEST", "25, BEST", "26, BEST" })
	void goingThroughThePagesGivesEachCommentOnceBelowItsParent(long seed, CommentOrder order) {
		Random random = new Random(seed);
		Map<Long, List<Long>> expected = comments(random, order);
		Map<Long, List<Long>> seen = new HashMap<>();
		List<String> waiting = new ArrayList<>();
		Walk walk = new Walk(order, random.nextBoolean(), random, seen, waiting);
		collect(0, articleId(), "Article", "comments", walk);
		while (!waiting.isEmpty()) {
			String id = waiting.remove(random.nextInt(waiting.size()));
			collect(number(id), id, "Comment", "replies", walk);
		}
		assertThat(seen).as("seed %d", seed).isEqualTo(expected);
	}

	private record Walk(CommentOrder order, boolean backward, Random random, Map<Long, List<Long>> seen,
			List<String> waiting) {

	}

	private record Written(long id, @Nullable Long parent, int depth, boolean approved, int minute, int likes) {

	}

	/**
	 * Writes 40 comments, many at the same instant and with as many likes, and gives
	 * those that have a place by parent, in order.
	 */
	private Map<Long, List<Long>> comments(Random random, CommentOrder order) {
		List<Written> all = new ArrayList<>();
		for (long id = 1; id <= 40; id++) {
			List<Written> open = all.stream().filter((parent) -> parent.depth() < 4).toList();
			Written parent = (random.nextInt(3) == 0 || open.isEmpty()) ? null : open.get(random.nextInt(open.size()));
			all.add(new Written(id, (parent != null) ? parent.id() : null, (parent != null) ? parent.depth() + 1 : 0,
					random.nextInt(3) > 0, random.nextInt(6), random.nextInt(3)));
		}
		all.forEach(this::insert);
		Set<Long> listed = new HashSet<>();
		for (Written comment : all) {
			for (Written at = comment; at != null && comment.approved();) {
				listed.add(at.id());
				at = (at.parent() != null) ? all.get(at.parent().intValue() - 1) : null;
			}
		}
		Map<Long, List<Long>> children = new HashMap<>();
		children.put(0L, new ArrayList<>());
		listed.forEach((id) -> children.put(id, new ArrayList<>()));
		all.stream()
			.filter((comment) -> listed.contains(comment.id()))
			.sorted(comparator(order))
			.forEach((comment) -> children.get((comment.parent() != null) ? comment.parent() : 0L).add(comment.id()));
		return children;
	}

	private static Comparator<Written> comparator(CommentOrder order) {
		Comparator<Written> oldest = Comparator.comparing(Written::minute).thenComparing(Written::id);
		return switch (order) {
			case OLDEST -> oldest;
			case NEWEST -> oldest.reversed();
			case BEST -> Comparator.comparing(Written::likes).thenComparing(oldest).reversed();
		};
	}

	private void insert(Written comment) {
		insert(comment.id(), comment.parent(), comment.depth(), comment.approved(), comment.minute());
		this.content.run("update comment set like_count = %d where id = %d".formatted(comment.likes(), comment.id()));
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

	private void collect(long parent, String id, String type, String field, Walk walk) {
		String cursor = null;
		List<Long> list = new ArrayList<>();
		do {
			GraphQlTester.Response page = this.tester
				.document(
						"""
								query ($id: ID!, $size: Int, $cursor: String) { node(id: $id) { ... on %s {
								  list: %s(orderBy: %s, %s) {
								    nodes { id parentId } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } } }"""
							.formatted(type, field, walk.order(),
									walk.backward() ? "last: $size, before: $cursor" : "first: $size, after: $cursor"))
				.variable("id", id)
				.variable("size", walk.random().nextInt(1, 5))
				.variable("cursor", cursor)
				.execute();
			List<String> ids = page.path("node.list.nodes[*].id").entityList(String.class).get();
			page.path("node.list.nodes[*].parentId")
				.entityList(String.class)
				.satisfies((parents) -> assertThat(parents)
					.allMatch((found) -> type.equals("Article") ? found == null : id.equals(found)));
			list.addAll(walk.backward() ? 0 : list.size(), ids.stream().map(ThreadsIntegrationTests::number).toList());
			walk.waiting().addAll(ids);
			String side = walk.backward() ? "Previous" : "Next";
			cursor = page.path("node.list.pageInfo.has" + side + "Page").entity(Boolean.class).get()
					? page.path("node.list.pageInfo." + (walk.backward() ? "start" : "end") + "Cursor")
						.entity(String.class)
						.get()
					: null;
		}
		while (cursor != null);
		walk.seen().put(parent, list);
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

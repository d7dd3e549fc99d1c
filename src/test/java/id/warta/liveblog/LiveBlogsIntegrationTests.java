package id.warta.liveblog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.platform.InvalidInputException;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, StatementCounter.class, TestBlogs.class })
class LiveBlogsIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestBlogs testBlogs;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private LiveBlogs blogs;

	private GraphQlTester tester;

	private long article;

	@BeforeEach
	void write(@Autowired ExecutionGraphQlService service) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.content.clear();
		this.content.run("insert into author (slug, name) values ('sri', 'Sri')");
		this.article = this.testBlogs.started("gunung");
		this.content.changed();
	}

	@Test
	void aBlogIsReadWithItsArticle() {
		LiveBlogEntry first = this.blogs
			.addEntry(Viewer.OPERATOR, this.article, NewEntry.of(new EntryText("Satu", "<p>Isi</p>", true), 1L))
			.block();
		this.testBlogs.add(this.article, "Dua");
		this.testBlogs.addKey(this.article, "Tiga");
		LiveBlogEntry gone = this.testBlogs.addKey(this.article, "Empat");
		this.blogs.setSummary(Viewer.OPERATOR, this.article, "<p onclick=x>Ringkas</p>").block();
		this.blogs.pinEntry(Viewer.OPERATOR, first.id()).block();
		this.blogs.removeEntry(Viewer.OPERATOR, gone.id()).block();
		page("gunung").path("article.liveBlog")
			.matchesJson(
					"""
							{"summary": "<p>Ringkas</p>", "live": true, "endedAt": null, "pinned": {"title": "Satu"},
							 "keyEvents": [{"title": "Tiga"}, {"title": "Satu"}],
							 "entries": {"totalCount": 3, "totalCountIsExact": true, "nodes": [
							   {"title": "Tiga", "keyEvent": true, "pinned": false, "updatedAt": null, "revision": 1, "author": null},
							   {"title": "Dua", "body": "<p>Isi Dua</p>", "keyEvent": false},
							   {"title": "Satu", "pinned": true, "author": {"name": "Sri"}}]}}""");
	}

	@Test
	void anArticleWithoutOneHasNone() {
		this.testBlogs.article("lain");
		page("lain").path("article.liveBlog").valueIsNull();
	}

	@Test
	void entriesThatWereRemovedOrWhoseArticleIsHiddenAreNoNodes() {
		LiveBlogEntry kept = this.testBlogs.add(this.article, "Satu");
		LiveBlogEntry removed = this.testBlogs.add(this.article, "Dua");
		this.blogs.removeEntry(Viewer.OPERATOR, removed.id()).block();
		node(kept).path("node.title").entity(String.class).isEqualTo("Satu");
		node(kept).path("node.id").entity(String.class).isEqualTo(TestBlogs.global(kept));
		node(removed).path("node").valueIsNull();
		this.content.run("update article set status = 'WITHDRAWN'");
		node(kept).path("node").valueIsNull();
	}

	private GraphQlTester.Response node(LiveBlogEntry entry) {
		return this.tester.document("query ($id: ID!) { node(id: $id) { id ... on LiveBlogEntry { title } } }")
			.variable("id", TestBlogs.global(entry))
			.execute();
	}

	@Test
	void theBlogsOfAPageCostFourStatements() {
		for (String slug : List.of("a", "b", "c")) {
			long id = this.testBlogs.started(slug);
			this.testBlogs.addKey(id, slug + "1");
			this.blogs.pinEntry(Viewer.OPERATOR, this.testBlogs.add(id, slug + "2").id()).block();
		}
		this.counter.reset();
		GraphQlTester.Response page = this.tester.document("""
				{ articles(first: 10) { nodes { slug liveBlog { summary pinned { title } keyEvents { title }
				  entries(first: 1) { totalCount nodes { title author { name } } } } } } }""").execute();
		page.path("articles.nodes[?(@.slug in ['a', 'b', 'c'])].liveBlog.entries.nodes[*].title")
			.entityList(String.class)
			.containsExactly("c2", "b2", "a2");
		page.path("articles.nodes[*].liveBlog.pinned.title").entityList(String.class).contains("a2", "b2", "c2");
		assertThat(this.counter.statements()).as("articles, blogs, highlights, entries, totals").hasSize(5);
	}

	@Test
	void whatIsNotSelectedIsNotRead() {
		this.counter.reset();
		this.tester.document("{ article(slug: \"gunung\") { liveBlog { live summary } } }").executeAndVerify();
		assertThat(this.counter.statements()).as("article, blog").hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 31, 32, 33 })
	void goingThroughThePagesGivesEachEntryOnce(long seed) {
		Random random = new Random(seed);
		this.content.run("""
				insert into live_blog_entry (article_id, title, body, created_at, removed_at)
				select %d, i, 'Isi', timestamptz '2025-08-03T00:00:00Z' + i / 4 * interval '1 minute',
				    case when i %% 7 = 3 then now() end
				from generate_series(1, 40) i""".formatted(this.article));
		List<String> expected = new ArrayList<>();
		for (int i = 1; i <= 40; i++) {
			if (i % 7 != 3) {
				expected.add(Integer.toString(i));
			}
		}
		assertThat(walk("OLDEST", "first", "after", random)).as("seed %d", seed).isEqualTo(expected);
		List<String> backwards = new ArrayList<>(walk("NEWEST", "last", "before", random));
		assertThat(backwards).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
	}

	private List<String> walk(String order, String size, String bound, Random random) {
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			GraphQlTester.Response page = this.tester
				.document("""
						query ($size: Int, $cursor: String) { article(slug: "gunung") { liveBlog {
						  entries(orderBy: %s, %s: $size, %s: $cursor) {
						    nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }"""
					.formatted(order, size, bound))
				.variable("size", random.nextInt(1, 6))
				.variable("cursor", cursor)
				.execute();
			seen.addAll(page.path("article.liveBlog.entries.nodes[*].title").entityList(String.class).get());
			boolean forward = size.equals("first");
			cursor = page.path("article.liveBlog.entries.pageInfo."
					+ (forward ? "hasNextPage" : "hasPreviousPage"))
				.entity(Boolean.class)
				.get() ? page.path("article.liveBlog.entries.pageInfo." + (forward ? "endCursor" : "startCursor")).entity(String.class).get() : null;
		}
		while (cursor != null);
		return seen;
	}

	@Test
	void onlyArticlesOfTheTypeLiveHaveBlogs() {
		assertRefused(this.blogs.start(Viewer.OPERATOR, this.content.article("biasa")), "NOT_LIVE");
		assertRefused(this.blogs.start(Viewer.OPERATOR, 4711), "NOT_FOUND");
		assertRefused(this.blogs.addEntry(Viewer.OPERATOR, this.testBlogs.article("kosong"),
				NewEntry.of(TestBlogs.text("A"))), "NOT_FOUND");
	}

	@Test
	void aBlogEndsOnceAndCanBeTakenUpAgain() {
		assertRefused(this.blogs.start(Viewer.OPERATOR, this.article), "ALREADY_LIVE");
		this.blogs.end(Viewer.OPERATOR, this.article).block();
		assertRefused(this.blogs.end(Viewer.OPERATOR, this.article), "LIVE_BLOG_ENDED");
		page("gunung").path("article.liveBlog.live").entity(Boolean.class).isEqualTo(false);
		this.blogs.start(Viewer.OPERATOR, this.article).block();
		page("gunung").path("article.liveBlog.endedAt").valueIsNull();
	}

	@Test
	void whatHasEndedCanBePutRightButNotGoneOnWith() {
		LiveBlogEntry first = this.testBlogs.add(this.article, "Satu");
		LiveBlogEntry second = this.testBlogs.add(this.article, "Dua");
		this.blogs.pinEntry(Viewer.OPERATOR, first.id()).block();
		this.blogs.end(Viewer.OPERATOR, this.article).block();
		assertRefused(this.blogs.addEntry(Viewer.OPERATOR, this.article, NewEntry.of(TestBlogs.text("A"))),
				"LIVE_BLOG_ENDED");
		assertRefused(this.blogs.pinEntry(Viewer.OPERATOR, second.id()), "LIVE_BLOG_ENDED");
		this.blogs.editEntry(Viewer.OPERATOR, first.id(), 1, EntryEdit.of(TestBlogs.text("Satu, diralat"))).block();
		this.blogs.unpinEntry(Viewer.OPERATOR, first.id()).block();
		this.blogs.removeEntry(Viewer.OPERATOR, second.id()).block();
		this.blogs.setSummary(Viewer.OPERATOR, this.article, "Selesai").block();
		page("gunung").path("article.liveBlog.entries.nodes").matchesJson("""
				[{"title": "Satu, diralat", "pinned": false, "revision": 2}]""");
	}

	@Test
	void anEditStartsFromTheNewestRevision() {
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		assertThat(this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Dua")))
			.block()
			.revision()).isEqualTo(2);
		this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Tiga")))
			.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(StaleRevisionException.class,
					(stale) -> assertThat(stale.currentRevision()).isEqualTo(2)));
		page("gunung").path("article.liveBlog.entries.nodes[0].title").entity(String.class).isEqualTo("Dua");
		page("gunung").path("article.liveBlog.entries.nodes[0].updatedAt").hasValue();
	}

	@Test
	void oneEntryIsPinnedAtATime() {
		LiveBlogEntry first = this.testBlogs.add(this.article, "Satu");
		LiveBlogEntry second = this.testBlogs.add(this.article, "Dua");
		assertRefused(this.blogs.unpinEntry(Viewer.OPERATOR, first.id()), "NOT_PINNED");
		this.blogs.pinEntry(Viewer.OPERATOR, first.id()).block();
		assertRefused(this.blogs.pinEntry(Viewer.OPERATOR, first.id()), "ALREADY_PINNED");
		this.blogs.pinEntry(Viewer.OPERATOR, second.id()).block();
		page("gunung").path("article.liveBlog.entries.nodes[*].pinned")
			.entityList(Boolean.class)
			.containsExactly(true, false);
		this.blogs.removeEntry(Viewer.OPERATOR, second.id()).block();
		page("gunung").path("article.liveBlog.pinned").valueIsNull();
	}

	@Test
	void unknownEntriesAndAuthorsAreRefused() {
		LiveBlogEntry removed = this.testBlogs.add(this.article, "Satu");
		this.blogs.removeEntry(Viewer.OPERATOR, removed.id()).block();
		for (long id : List.of(removed.id(), 4711L)) {
			assertRefused(this.blogs.editEntry(Viewer.OPERATOR, id, 1, EntryEdit.of(TestBlogs.text("A"))), "NOT_FOUND");
			assertRefused(this.blogs.pinEntry(Viewer.OPERATOR, id), "NOT_FOUND");
			assertRefused(this.blogs.unpinEntry(Viewer.OPERATOR, id), "NOT_FOUND");
			assertRefused(this.blogs.removeEntry(Viewer.OPERATOR, id), "NOT_FOUND");
		}
		assertRefused(this.blogs.addEntry(Viewer.OPERATOR, this.article, NewEntry.of(TestBlogs.text("A"), 4711L)),
				"NOT_FOUND");
	}

	@Test
	void whatWasRefusedLeavesNothingBehind() {
		String before = this.content.one("select position from event_log_head");
		this.blogs.addEntry(Viewer.OPERATOR, this.article, NewEntry.of(TestBlogs.text("A"), 4711L))
			.onErrorComplete()
			.block();
		this.blogs.start(Viewer.OPERATOR, this.article).onErrorComplete().block();
		assertThat(this.content.one("select position from event_log_head")).isEqualTo(before);
		assertThat(this.content.one("select count(*) from live_blog_entry")).isEqualTo("0");
	}

	@Test
	void eachChangeTellsOneEventOfItsKind() {
		long before = Long.parseLong(this.content.one("select position from event_log_head"));
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Dua"))).block();
		this.blogs.pinEntry(Viewer.OPERATOR, entry.id()).block();
		this.blogs.unpinEntry(Viewer.OPERATOR, entry.id()).block();
		this.blogs.removeEntry(Viewer.OPERATOR, entry.id()).block();
		this.blogs.setSummary(Viewer.OPERATOR, this.article, null).block();
		this.blogs.end(Viewer.OPERATOR, this.article).block();
		this.blogs.start(Viewer.OPERATOR, this.article).block();
		assertThat(this.content.one("""
				select string_agg(concat_ws(' ', kind, subject_type, payload ->> 'revision'), ', ' order by position)
				from event_log where position > %d and (payload ->> 'article')::bigint = %d
				and subject_id = coalesce((payload ->> 'entry')::bigint, %2$d)""".formatted(before, this.article)))
			.isEqualTo("LIVE_BLOG_ENTRY_ADDED LiveBlogEntry 1, LIVE_BLOG_ENTRY_EDITED LiveBlogEntry 2, "
					+ "LIVE_BLOG_ENTRY_PINNED LiveBlogEntry 2, LIVE_BLOG_ENTRY_UNPINNED LiveBlogEntry 2, "
					+ "LIVE_BLOG_ENTRY_REMOVED LiveBlogEntry 3, LIVE_BLOG_SUMMARY_CHANGED LiveBlog, "
					+ "LIVE_BLOG_ENDED LiveBlog, LIVE_BLOG_STARTED LiveBlog");
		assertThat(this.content.one("select position - %d from event_log_head".formatted(before))).isEqualTo("8");
	}

	@Test
	void writersOfOneBlogWaitForEachOther() {
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		Flux.range(0, 8)
			.flatMap((i) -> this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Dua")))
				.map((edited) -> "edited")
				.onErrorResume(StaleRevisionException.class, (ex) -> Mono.just(ex.code())))
			.collectList()
			.as(StepVerifier::create)
			.assertNext((outcomes) -> assertThat(outcomes).hasSize(8)
				.containsOnlyOnce("edited")
				.containsOnly("edited", "CONFLICT"))
			.verifyComplete();
	}

	private GraphQlTester.Response page(String slug) {
		return this.tester.documentName("liveblog/page").variable("slug", slug).execute();
	}

	private static void assertRefused(Mono<?> change, String code) {
		change.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(InvalidInputException.class,
					(refusal) -> assertThat(refusal.code()).isEqualTo(code)));
	}

}

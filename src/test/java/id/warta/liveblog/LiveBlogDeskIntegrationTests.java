package id.warta.liveblog;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestMutations.Answer;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class, TestBlogs.class })
class LiveBlogDeskIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String ENTRY = "entry { title body keyEvent pinned revision author { slug } }";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	@Autowired
	private TestBlogs blogs;

	private Viewer editor;

	private Viewer writer;

	private long article;

	private int keys;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.content.run("insert into author (slug, name) values ('sri', 'Sri'), ('budi', 'Budi')");
		this.content.changed();
		this.editor = this.staff.viewer(Role.EDITOR);
		this.writer = this.staff.viewer(Role.AUTHOR);
		this.content.run("update staff set author_id = 1 where id = :id", Map.of("id", this.writer.staffId()));
		this.article = this.blogs.article("gunung");
	}

	@Test
	void aBlogIsToldFromItsStartToItsEnd() {
		start();
		stream().as(StepVerifier::create)
			.expectNext("HEARTBEAT null")
			.then(() -> add(this.writer, "Satu"))
			.expectNext("ENTRY_ADDED Satu")
			.then(() -> edit(this.writer, 1, 1, "title", "Dua").text("entry.title"))
			.expectNext("ENTRY_EDITED Dua")
			.then(() -> send(this.editor, "pinLiveBlogEntry", entry(1), ENTRY).text("entry.pinned"))
			.expectNext("ENTRY_PINNED Dua")
			.then(() -> send(this.editor, "unpinLiveBlogEntry", entry(1), ENTRY).text("entry.pinned"))
			.expectNext("ENTRY_UNPINNED Dua")
			.then(() -> send(this.editor, "setLiveBlogSummary", summary("<p>Ringkas</p>"), "liveBlog { summary }")
				.text("liveBlog.summary"))
			.expectNext("SUMMARY_CHANGED null")
			.then(() -> send(this.writer, "removeLiveBlogEntry", entry(1), "removedId").text("removedId"))
			.expectNext("ENTRY_REMOVED null")
			.then(() -> send(this.editor, "endLiveBlog", blog(), "liveBlog { live }").text("liveBlog.live"))
			.expectNext("ENDED null")
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.content.one("""
				select string_agg(action, ' ' order by id)
				from (select * from audit_log order by id desc limit 8) last"""))
			.isEqualTo("startLiveBlog addLiveBlogEntry "
					+ "editLiveBlogEntry pinLiveBlogEntry unpinLiveBlogEntry setLiveBlogSummary removeLiveBlogEntry endLiveBlog");
	}

	@Test
	void payloadsShowTheBlogAsItIsNow() {
		assertThat(start().text("liveBlog"))
			.isEqualTo("{live=true, summary=null, pinned=null, keyEvents=[], " + "entries={totalCount=0}}");
		Map<String, Object> input = new HashMap<>(newEntry("Satu"));
		input.put("keyEvent", true);
		assertThat(send(this.writer, "addLiveBlogEntry", input, ENTRY).text("entry"))
			.isEqualTo("{title=Satu, body=<p>Isi</p>, keyEvent=true, pinned=false, revision=1, author={slug=sri}}");
		assertThat(send(this.editor, "pinLiveBlogEntry", entry(1), ENTRY).text("entry.pinned")).isEqualTo("true");
		assertThat(send(this.editor, "endLiveBlog", blog(), "liveBlog { live pinned { title } keyEvents { title } }")
			.text("liveBlog")).isEqualTo("{live=false, pinned={title=Satu}, keyEvents=[{title=Satu}]}");
		assertThat(
				send(this.editor, "setLiveBlogSummary", summary(" "), "liveBlog { summary }").field("liveBlog.summary"))
			.isNull();
	}

	@Test
	void whatIsOmittedStaysAndWhatIsNullGoes() {
		start();
		add(this.writer, "Satu");
		assertThat(edit(this.writer, 1, 1, "keyEvent", true).text("entry"))
			.isEqualTo("{title=Satu, body=<p>Isi</p>, keyEvent=true, pinned=false, revision=2, author={slug=sri}}");
		assertThat(edit(this.writer, 1, 2, "authorId", TestMutations.id("Author", 2)).text("entry.author.slug"))
			.isEqualTo("budi");
		assertThat(edit(this.writer, 1, 3, "title", null).field("entry.title")).isNull();
		assertThat(edit(this.writer, 1, 4, "authorId", null).field("entry.author")).isNull();
		assertThat(edit(this.writer, 1, 5, "body", "<p onclick=x>Lain</p>").text("entry.body"))
			.isEqualTo("<p>Lain</p>");
	}

	@Test
	void bylinesAreOnesOwnUnlessOneSaysOtherwise() {
		start();
		assertThat(send(this.editor, "addLiveBlogEntry", newEntry("Tanpa"), ENTRY).field("entry.author")).isNull();
		Map<String, Object> named = new HashMap<>(newEntry("Budi"));
		named.put("authorId", TestMutations.id("Author", 2));
		assertThat(send(this.writer, "addLiveBlogEntry", named, ENTRY).text("entry.author.slug")).isEqualTo("budi");
		Map<String, Object> unnamed = new HashMap<>(newEntry("Tanpa"));
		unnamed.put("authorId", null);
		assertThat(send(this.writer, "addLiveBlogEntry", unnamed, ENTRY).field("entry.author")).isNull();
	}

	@Test
	void aRetryDoublesNothing() {
		start();
		Map<String, ?> input = newEntry("Satu");
		String first = send(this.writer, "addLiveBlogEntry", input, "entry { id }").text("entry.id");
		String head = this.content.one("select position from event_log_head");
		assertThat(send(this.writer, "addLiveBlogEntry", input, "entry { id }").text("entry.id")).isEqualTo(first);
		send(this.editor, "endLiveBlog", blog(), "liveBlog { live }").text("liveBlog.live");
		assertThat(send(this.writer, "addLiveBlogEntry", input, "entry { id }").text("entry.id"))
			.as("once it has ended")
			.isEqualTo(first);
		assertThat(this.content.one("select position from event_log_head"))
			.isEqualTo(String.valueOf(Long.parseLong(head) + 1));
		send(this.writer, "removeLiveBlogEntry", entry(1), "removedId").text("removedId");
		assertThat(refused(this.writer, "addLiveBlogEntry", input)).isEqualTo("NOT_FOUND idempotencyKey");
	}

	@Test
	void triesAtOnceDoubleNothing() {
		start();
		Map<String, ?> input = newEntry("Satu");
		List<String> ids = Flux.range(0, 6)
			.flatMap((i) -> Mono
				.fromCallable(() -> send(this.writer, "addLiveBlogEntry", input, "entry { id }").text("entry.id"))
				.subscribeOn(Schedulers.boundedElastic()))
			.distinct()
			.collectList()
			.block(LIMIT);
		assertThat(ids).hasSize(1);
		assertThat(this.content.one("select count(*) from live_blog_entry")).isEqualTo("1");
		long other = this.blogs.started("lain");
		Map<String, Object> elsewhere = new HashMap<>(input);
		elsewhere.put("articleId", TestMutations.id("Article", other));
		assertThat(send(this.writer, "addLiveBlogEntry", elsewhere, "entry { id }").text("entry.id"))
			.isNotEqualTo(ids.get(0));
	}

	@Test
	void oneEditsAndRemovesOnesOwnEntriesUnlessOneRunsLiveBlogs() {
		start();
		Viewer other = this.staff.viewer(Role.AUTHOR);
		add(this.writer, "Satu");
		this.blogs.add(this.article, "Dari perintah");
		for (long entry : List.of(1L, 2L)) {
			assertThat(edit(other, entry, 1, "title", "X").failures()).containsExactly("FORBIDDEN");
			assertThat(send(other, "removeLiveBlogEntry", entry(entry), "removedId").failures())
				.containsExactly("FORBIDDEN");
		}
		assertThat(edit(this.editor, 1, 1, "title", "X").text("entry.title")).isEqualTo("X");
		assertThat(edit(this.writer, 1, 2, "title", "Y").text("entry.title")).isEqualTo("Y");
		assertThat(send(this.editor, "removeLiveBlogEntry", entry(2), "removedId").text("removedId"))
			.isEqualTo(TestMutations.id("LiveBlogEntry", 2));
		assertThat(send(this.writer, "removeLiveBlogEntry", entry(1), "removedId").text("removedId")).isNotEmpty();
	}

	@Test
	void anEditStartsFromTheNewestRevision() {
		start();
		add(this.writer, "Satu");
		edit(this.writer, 1, 1, "title", "Dua").text("entry.title");
		Answer stale = edit(this.writer, 1, 1, "title", "Tiga");
		assertThat(stale.errors()).containsExactly("CONFLICT revision");
		stale.response()
			.path("editLiveBlogEntry.errors[0].currentRevision")
			.entity(Integer.class)
			.isEqualTo(2)
			.path("editLiveBlogEntry.errors[0].__typename")
			.entity(String.class)
			.isEqualTo("Conflict");
	}

	@Test
	void ofADraftOnlyThoseKnowWhoMadeItOrMayReadAll() {
		start();
		add(this.writer, "Satu");
		this.content.run("update article set status = 'DRAFT'");
		assertThat(refused(this.writer, "addLiveBlogEntry", newEntry("Dua"))).isEqualTo("NOT_FOUND articleId");
		assertThat(edit(this.writer, 1, 1, "title", "X").errors()).containsExactly("NOT_FOUND entryId");
		assertThat(refused(this.writer, "removeLiveBlogEntry", entry(1))).isEqualTo("NOT_FOUND entryId");
		this.content.run("insert into article_author (article_id, position, author_id) values (:id, 0, 1)",
				Map.of("id", this.article));
		add(this.writer, "Dua");
		assertThat(
				send(this.editor, "endLiveBlog", blog(), "liveBlog { live entries { totalCount } }").text("liveBlog"))
			.isEqualTo("{live=false, entries={totalCount=2}}");
		assertThat(send(this.editor, "startLiveBlog", blog(), "liveBlog { live }").text("liveBlog.live"))
			.isEqualTo("true");
	}

	@Test
	void badInputIsRefused() {
		assertThat(refused(this.editor, "endLiveBlog", blog())).isEqualTo("NOT_FOUND articleId");
		start();
		add(this.writer, "Satu");
		assertThat(refused(this.editor, "startLiveBlog", blog())).isEqualTo("ALREADY_LIVE articleId");
		long plain = this.content.article("biasa");
		assertThat(refused(this.editor, "startLiveBlog", Map.of("articleId", TestMutations.id("Article", plain))))
			.isEqualTo("NOT_LIVE articleId");
		for (String name : List.of("startLiveBlog", "endLiveBlog", "setLiveBlogSummary")) {
			assertThat(refused(this.editor, name, Map.of("articleId", "x"))).isEqualTo("BAD_ID articleId");
			assertThat(refused(this.editor, name, Map.of("articleId", TestMutations.id("Article", 4711))))
				.isEqualTo("NOT_FOUND articleId");
		}
		for (String name : List.of("pinLiveBlogEntry", "unpinLiveBlogEntry", "removeLiveBlogEntry")) {
			assertThat(refused(this.editor, name, Map.of("entryId", TestMutations.id("Article", 1))))
				.isEqualTo("BAD_ID entryId");
			assertThat(refused(this.editor, name, entry(4711))).isEqualTo("NOT_FOUND entryId");
		}
		assertThat(refused(this.editor, "unpinLiveBlogEntry", entry(1))).isEqualTo("NOT_PINNED entryId");
		Map<String, String> bad = Map.of("title", "x".repeat(301), "body", "<p> </p><script>x</script>", "authorId",
				"x", "idempotencyKey", " ");
		bad.forEach((field, value) -> {
			Map<String, Object> input = new HashMap<>(newEntry("Satu"));
			input.put(field, value);
			assertThat(refused(this.writer, "addLiveBlogEntry", input))
				.isEqualTo((field.equals("authorId") ? "BAD_ID " : "BAD_ARGUMENT ") + field);
		});
		Map<String, Object> unknown = new HashMap<>(newEntry("Satu"));
		unknown.put("authorId", TestMutations.id("Author", 4711));
		assertThat(refused(this.writer, "addLiveBlogEntry", unknown)).isEqualTo("NOT_FOUND authorId");
		assertThat(edit(this.writer, 1, 1, "authorId", TestMutations.id("Author", 4711)).errors())
			.containsExactly("NOT_FOUND authorId");
		assertThat(edit(this.writer, 1, 1, "body", null).errors()).containsExactly("BAD_ARGUMENT body");
		assertThat(edit(this.writer, 1, 1, "keyEvent", null).errors()).containsExactly("BAD_ARGUMENT keyEvent");
		assertThat(edit(this.writer, 4711, 1, "title", "X").errors()).containsExactly("NOT_FOUND entryId");
		assertThat(refused(this.writer, "editLiveBlogEntry",
				Map.of("entryId", TestMutations.id("LiveBlogEntry", 1), "revision", 1)))
			.isEqualTo("BAD_ARGUMENT");
		assertThat(refused(this.editor, "setLiveBlogSummary", summary("<script>x</script>")))
			.isEqualTo("BAD_ARGUMENT summary");
		send(this.editor, "endLiveBlog", blog(), "liveBlog { live }").text("liveBlog.live");
		assertThat(refused(this.editor, "endLiveBlog", blog())).isEqualTo("LIVE_BLOG_ENDED articleId");
		assertThat(refused(this.writer, "addLiveBlogEntry", newEntry("Dua"))).isEqualTo("LIVE_BLOG_ENDED articleId");
	}

	@Test
	void authorsWriteAndEditorsRunLiveBlogs(@Autowired RoleMatrix roles) {
		start();
		this.blogs.add(this.article, "Satu");
		Map<String, ?> gone = Map.of("articleId", TestMutations.id("Article", 4711));
		Map<String, Object> lost = new HashMap<>(newEntry("Satu"));
		lost.putAll(gone);
		Map<String, Map<String, ?>> run = Map.of("startLiveBlog", gone, "endLiveBlog", gone, "setLiveBlogSummary", gone,
				"pinLiveBlogEntry", entry(4711), "unpinLiveBlogEntry", entry(4711));
		Map<String, Map<String, ?>> write = Map.of("addLiveBlogEntry", lost, "editLiveBlogEntry",
				Map.of("entryId", TestMutations.id("LiveBlogEntry", 4711), "revision", 1, "title", "X"),
				"removeLiveBlogEntry", entry(4711));
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), run);
		roles.onlyFor(EnumSet.of(Role.AUTHOR, Role.EDITOR, Role.ADMIN), write);
	}

	private Answer start() {
		return send(this.editor, "startLiveBlog", blog(),
				"liveBlog { live summary pinned { title } keyEvents { title } entries { totalCount } }");
	}

	private void add(Viewer viewer, String title) {
		assertThat(send(viewer, "addLiveBlogEntry", newEntry(title), ENTRY).text("entry.title")).isEqualTo(title);
	}

	private Answer edit(Viewer viewer, long entry, int revision, String field, Object value) {
		Map<String, Object> input = new HashMap<>(entry(entry));
		input.put("revision", revision);
		input.put(field, value);
		return send(viewer, "editLiveBlogEntry", input, ENTRY);
	}

	private Map<String, ?> blog() {
		return Map.of("articleId", TestMutations.id("Article", this.article));
	}

	private Map<String, ?> summary(String summary) {
		return Map.of("articleId", TestMutations.id("Article", this.article), "summary", summary);
	}

	private Map<String, ?> newEntry(String title) {
		return Map.of("articleId", TestMutations.id("Article", this.article), "title", title, "body", "<p>Isi</p>",
				"idempotencyKey", "kunci-" + this.keys++);
	}

	private static Map<String, ?> entry(long id) {
		return Map.of("entryId", TestMutations.id("LiveBlogEntry", id));
	}

	private Answer send(Viewer viewer, String name, Map<String, ?> input, String selection) {
		return this.mutations.send(viewer, name, input, selection);
	}

	private String refused(Viewer viewer, String name, Map<String, ?> input) {
		return this.mutations.refused(viewer, name, input);
	}

	/** As readers see it. */
	private Flux<String> stream() {
		return this.staff.as(Viewer.READER)
			.document("subscription ($id: ID!) { liveBlog(articleId: $id) { cursor type entry { title } } }")
			.variable("id", TestMutations.id("Article", this.article))
			.executeSubscription()
			.toFlux()
			.publishOn(Schedulers.boundedElastic(), 1)
			.map((response) -> response.path("liveBlog").entity(Map.class).get())
			.map((event) -> event.get("type") + " "
					+ ((event.get("entry") instanceof Map<?, ?> entry) ? entry.get("title") : null));
	}

}

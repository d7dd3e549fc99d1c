package id.warta.comment.submission;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.comment.CommentStatus;
import id.warta.comment.Transitions;
import id.warta.comment.text.CommentText;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@IntegrationTest
@Import({ TestContent.class, TestLog.class, TestStaff.class, TestMutations.class, TestCommenter.class })
class SubmissionIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String HERE = "192.0.2.1";

	private static final String BUDI = "budi@warta.example";

	@Autowired
	private TestContent content;

	@Autowired
	private TestLog log;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestCommenter commenter;

	@Autowired
	private CommentTable table;

	@Autowired
	private AdmissionTable admissions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transitions transitions;

	@Autowired
	private TransactionalOperator transaction;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.article("dua");
		this.content.changed();
		this.commenter.forgive();
	}

	private TestMutations.Answer add(String email, String body, @Nullable Object... more) {
		return this.commenter.send(HERE, "addComment", this.commenter.input(1, email, body, more));
	}

	private TestMutations.Answer edit(String token, String body) {
		return this.commenter.send(HERE, "editComment", Map.of("token", token, "body", body));
	}

	private TestMutations.Answer delete(String token) {
		return this.commenter.send(HERE, "deleteComment", Map.of("token", token));
	}

	private void rules(String set) {
		this.content.run("update comment_settings set " + set);
		this.content.changed();
	}

	private void change(long id, CommentStatus to) {
		this.transitions.lock(List.of(id))
			.flatMap((locked) -> this.transitions.change(locked, List.of(id), to))
			.as(this.transaction::transactional)
			.block(LIMIT);
	}

	private static String comment(long id) {
		return TestMutations.id("Comment", id);
	}

	@Test
	void aFirstCommentWaitsAndTheNextIsSeen() {
		TestMutations.Answer first = add(BUDI, "Halo *semua*");
		assertThat(first.text("comment.status")).isEqualTo("HELD");
		assertThat(first.text("comment.body")).isEqualTo("<p>Halo <em>semua</em></p>");
		assertThat(first.field("comment.comment")).isNull();
		change(1, CommentStatus.APPROVED);
		long before = this.log.head().position();
		TestMutations.Answer second = add("BUDI@warta.example ", "Apa kabar", "parentId", comment(1));
		assertThat(second.text("comment.status")).isEqualTo("PUBLISHED");
		assertThat(second.text("comment.comment.depth")).isEqualTo("1");
		assertThat(this.log.head().position() - before).isEqualTo(1);
		assertThat(this.content.one("""
				select author_email || ' ' || host(author_address) || ' ' || user_agent || ' ' || by_staff
				from comment where id = 2""")).isEqualTo("budi@warta.example 192.0.2.1 Mozilla/5.0 false");
	}

	static Stream<Arguments> held() {
		return Stream.of(arguments("moderation = 'HOLD_ALL'", "Halo", "{ALL}"),
				arguments("moderation = 'HOLD_NONE', max_links = 1",
						"Laporan lengkapnya dimuat di https://a.example/satu dan juga di https://b.example/dua kemarin",
						"{LINKS}"),
				arguments("moderation = 'HOLD_NONE', blocked_words = '{slot gacor}'", "Ayo slot-gacor!",
						"{BLOCKED_WORD}"),
				arguments("moderation = 'HOLD_NONE'", "[url=satu]Sebuah tautan yang cukup panjang untuk dibaca[/url]",
						"{SPAM}"));
	}

	@ParameterizedTest
	@MethodSource("held")
	void theSitesRulesHoldComments(String rules, String body, String reasons) {
		rules(rules);
		assertThat(add(BUDI, body).text("comment.status")).isEqualTo("HELD");
		assertThat(this.content.one("select status || held_for::text from comment")).isEqualTo("PENDING" + reasons);
	}

	@Test
	void whatFillsTheHiddenFieldIsSpamAndDoesNotLearnIt() {
		assertThat(add(BUDI, "Halo", "website", "https://a.example").text("comment.status")).isEqualTo("HELD");
		assertThat(this.content.one("select status from comment")).isEqualTo("SPAM");
	}

	@Test
	void theStaffIsMarkedAndNeedsNoForm() {
		Viewer sri = this.staff.viewer(Role.AUTHOR);
		Map<String, ?> input = Map.of("articleId", TestMutations.id("Article", 1), "body", "Terima kasih");
		TestMutations.Answer answer = this.commenter.send(sri, HERE, "addComment", input);
		assertThat(answer.text("comment.status")).isEqualTo("PUBLISHED");
		assertThat(answer.text("comment.authorName")).isEqualTo(sri.name());
		this.staff.read("{ article(slug: \"satu\") { commentCount comments { nodes { staff avatarHash } } } }")
			.path("article")
			.entity(Map.class)
			.isEqualTo(Map.of("commentCount", 1L, "comments",
					Map.of("nodes", List.of(mapOf("staff", true, "avatarHash", null)))));
	}

	private static Map<String, @Nullable Object> mapOf(String one, Object value, String two, @Nullable Object other) {
		Map<String, @Nullable Object> map = new HashMap<>();
		map.put(one, value);
		map.put(two, other);
		return map;
	}

	@Test
	void readersSeeTheSameHashForTheSameAddressAndNeverTheAddress() {
		rules("moderation = 'HOLD_NONE'");
		add(BUDI, "Satu");
		add("BUDI@WARTA.EXAMPLE", "Dua");
		add("sri@warta.example", "Tiga");
		List<String> hashes = this.staff
			.read("{ article(slug: \"satu\") { comments(orderBy: OLDEST) { nodes { avatarHash } } } }")
			.path("article.comments.nodes[*].avatarHash")
			.entityList(String.class)
			.get();
		assertThat(hashes).allMatch((hash) -> hash.matches("[0-9a-f]{64}"));
		assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("name", " ", "BAD_ARGUMENT name"), arguments("name", null, "BAD_ARGUMENT name"),
				arguments("name", "x".repeat(101), "BAD_ARGUMENT name"), arguments("name", "***", "BAD_ARGUMENT name"),
				arguments("email", "budi", "BAD_ARGUMENT email"), arguments("email", null, "BAD_ARGUMENT email"),
				arguments("body", "", "BAD_ARGUMENT body"), arguments("body", "a".repeat(5_001), "BAD_ARGUMENT body"),
				arguments("articleId", comment(1), "BAD_ID articleId"), arguments("articleId", "x", "BAD_ID articleId"),
				arguments("articleId", TestMutations.id("Article", 99), "FORM_TOKEN formToken"),
				arguments("parentId", comment(99), "NOT_FOUND parentId"),
				arguments("parentId", TestMutations.id("Article", 1), "BAD_ID parentId"),
				arguments("formToken", null, "FORM_TOKEN formToken"),
				arguments("formToken", "x.y", "FORM_TOKEN formToken"),
				arguments("formToken", "", "FORM_TOKEN formToken"),
				arguments("idempotencyKey", "k".repeat(101), "BAD_ARGUMENT idempotencyKey"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void badInputIsRefused(String field, @Nullable String value, String error) {
		assertThat(add(BUDI, "Halo", field, value).errors()).containsExactly(error);
		assertThat(this.content.one("select count(*) from comment")).isEqualTo("0");
	}

	@Test
	void aFormMustBeOutForAWhileAndNotTooLong() {
		Instant now = Instant.now();
		assertThat(add(BUDI, "Halo", "formToken", this.commenter.form(1, now.plusSeconds(60))).errors())
			.containsExactly("RATE_LIMITED");
		assertThat(add(BUDI, "Halo", "formToken", this.commenter.form(1, now.minusSeconds(90_000))).errors())
			.containsExactly("FORM_TOKEN formToken");
		assertThat(add(BUDI, "Halo", "formToken", this.commenter.form(2)).errors())
			.containsExactly("FORM_TOKEN formToken");
	}

	@Test
	void aFormSaysWhetherCommentsAreOpen() {
		String form = "{ commentForm(articleId: \"%s\") { open minimumSeconds maxLength editableSeconds } article(slug: \"satu\") { commentsOpen } }"
			.formatted(TestMutations.id("Article", 1));
		assertThat(this.staff.read(form).path("commentForm").entity(Map.class).get())
			.isEqualTo(Map.of("open", true, "minimumSeconds", 3, "maxLength", 5000, "editableSeconds", 900));
		rules("close_after_days = 30");
		this.staff.read(form).path("commentForm.open").entity(Boolean.class).isEqualTo(false);
		this.staff.read(form).path("article.commentsOpen").entity(Boolean.class).isEqualTo(false);
		assertThat(add(BUDI, "Halo").errors()).containsExactly("COMMENTS_CLOSED");
		this.content.run("insert into article_comments (article_id, commenting) values (1, 'OPEN')");
		this.staff.read(form).path("article.commentsOpen").entity(Boolean.class).isEqualTo(true);
		assertThat(add(BUDI, "Halo").errors()).isEmpty();
		rules("open = false");
		assertThat(add(BUDI, "Halo lagi").errors()).containsExactly("COMMENTS_CLOSED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "email, 'budi@warta.example'", "network, '192.0.2.0/24'", "network, '192.0.2.1/32'" })
	void whoIsBannedIsRefusedOrHeldUntilTheBanEnds(String ban) {
		rules("moderation = 'HOLD_NONE'");
		String[] parts = ban.split(", ");
		String insert = "insert into comment_ban (" + parts[0] + ", effect, expires_at) values (" + parts[1]
				+ ", '%s', %s)";
		this.content.run(insert.formatted("REFUSE", "now() - interval '1 second'"));
		assertThat(add(BUDI, "Satu").text("comment.status")).isEqualTo("PUBLISHED");
		this.content.run(insert.formatted("HOLD", "null"));
		assertThat(add(BUDI, "Dua").text("comment.status")).isEqualTo("HELD");
		this.content.run(insert.formatted("REFUSE", "now() + interval '1 hour'"));
		assertThat(add(BUDI, "Tiga").errors()).containsExactly("BANNED");
	}

	@Test
	void nobodySaysTheSameTwice() {
		add(BUDI, "Halo semua");
		assertThat(add(BUDI, "halo  SEMUA").errors()).containsExactly("DUPLICATE");
		assertThat(add("sri@warta.example", "Halo semua").errors()).isEmpty();
		Map<String, Object> elsewhere = this.commenter.input(2, BUDI, "Halo semua");
		assertThat(this.commenter.send(HERE, "addComment", elsewhere).errors()).isEmpty();
	}

	@Test
	void theSameRequestMakesOneComment() {
		TestMutations.Answer first = add(BUDI, "Halo", "idempotencyKey", "k1");
		TestMutations.Answer again = add(BUDI, "Halo", "idempotencyKey", "k1", "formToken", null);
		assertThat(again.field("comment")).isEqualTo(first.field("comment"));
		assertThat(add(BUDI, "Lain", "idempotencyKey", "k1").errors()).containsExactly("KEY_USED");
		assertThat(add("sri@warta.example", "Halo", "idempotencyKey", "k1").errors()).containsExactly("KEY_USED");
		assertThat(this.content.one("select count(*) from comment")).isEqualTo("1");
	}

	@Test
	void theSameRequestsAtTheSameTimeMakeOneComment() {
		List<Object> comments = Flux.range(0, 8)
			.flatMap((i) -> Mono.fromCallable(() -> add(BUDI, "Halo", "idempotencyKey", "k1").field("comment"))
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block(LIMIT);
		assertThat(comments).hasSize(8);
		assertThat(Set.copyOf(comments)).hasSize(1);
		assertThat(this.content.one("select count(*) from comment")).isEqualTo("1");
	}

	@Test
	void repliesToTheDeepestStandBesideThem() {
		rules("moderation = 'HOLD_NONE', max_depth = 2");
		add(BUDI, "0");
		add(BUDI, "1", "parentId", comment(1));
		add(BUDI, "2", "parentId", comment(2));
		TestMutations.Answer beside = add(BUDI, "3", "parentId", comment(3));
		assertThat(beside.text("comment.parentId")).isEqualTo(comment(2));
		assertThat(beside.text("comment.comment.depth")).isEqualTo("2");
		this.staff.read("{ node(id: \"%s\") { ... on Comment { inReplyTo { body } } } }".formatted(comment(4)))
			.path("node.inReplyTo.body")
			.entity(String.class)
			.isEqualTo("<p>2</p>");
	}

	@ParameterizedTest
	@EnumSource(names = { "PENDING", "SPAM", "TRASH", "DELETED" })
	void whatIsNotReadIsNotAnswered(CommentStatus status) {
		add(BUDI, "Halo");
		change(1, status);
		assertThat(add(BUDI, "Jawaban", "parentId", comment(1)).errors()).containsExactly("NOT_FOUND parentId");
	}

	@Test
	void anArticleThatReadersDoNotSeeHasNoComments() {
		this.content.run("update article set status = 'WITHDRAWN' where id = 1");
		assertThat(add(BUDI, "Halo").errors()).containsExactly("NOT_FOUND articleId");
		this.staff.read("{ commentForm(articleId: \"%s\") { open } }".formatted(TestMutations.id("Article", 1)))
			.path("commentForm")
			.valueIsNull();
	}

	@Test
	void oneSeesOnesOwnWhateverBecameOfThem() {
		String token = add(BUDI, "Halo").text("comment.token");
		assertThat(this.commenter.own(token).get(0)).containsEntry("status", "HELD").containsEntry("comment", null);
		change(1, CommentStatus.APPROVED);
		assertThat(this.commenter.own(token).get(0)).containsEntry("status", "PUBLISHED")
			.containsEntry("comment", Map.of("body", "<p>Halo</p>", "depth", 0));
		change(1, CommentStatus.TRASH);
		assertThat(this.commenter.own(token).get(0)).containsEntry("status", "REMOVED");
	}

	@Test
	void nobodySeesOrChangesWhatIsNotTheirs() {
		rules("moderation = 'HOLD_NONE'");
		String token = add(BUDI, "Halo").text("comment.token");
		String other = add("sri@warta.example", "Hai").text("comment.token");
		String forged = comment(1) + other.substring(other.indexOf('.'));
		assertThat(this.commenter.own(forged, token)).satisfiesExactly((first) -> assertThat(first).isNull(),
				(second) -> assertThat(second).containsEntry("source", "Halo"));
		for (String bad : List.of(forged, "", ".", "x", comment(1), comment(99) + ".x", token + "x")) {
			assertThat(edit(bad, "Lain").errors()).as(bad).containsExactly("BAD_TOKEN token");
			assertThat(delete(bad).errors()).as(bad).containsExactly("BAD_TOKEN token");
		}
		assertThat(this.content.one("select string_agg(source, ' ' order by id) from comment")).isEqualTo("Halo Hai");
	}

	@Test
	void anEditIsToldAndCounted() {
		rules("moderation = 'HOLD_NONE'");
		String token = add(BUDI, "Halo").text("comment.token");
		long before = this.log.head().position();
		TestMutations.Answer edited = edit(token, "Halo **lagi**");
		assertThat(edited.text("comment.body")).isEqualTo("<p>Halo <strong>lagi</strong></p>");
		assertThat(edited.text("comment.revision")).isEqualTo("2");
		assertThat(edited.field("comment.editedAt")).isNotNull();
		assertThat(this.content.one("select string_agg(kind, ' ') from event_log where position > " + before))
			.isEqualTo("COMMENT_EDITED");
	}

	@Test
	void anEditCanTakeACommentFromItsReaders() {
		rules("moderation = 'HOLD_NONE', max_links = 0");
		String token = add(BUDI, "Halo").text("comment.token");
		assertThat(edit(token, "Lihat https://a.example untuk keterangan lebih lanjut").text("comment.status"))
			.isEqualTo("HELD");
		assertThat(edit(token, "Halo").text("comment.status")).isEqualTo("HELD");
		assertThat(this.content.one("select held_for::text from comment")).isEqualTo("{EDITED,LINKS}");
	}

	@Test
	void anEditCannotRepeatWhatOneHasSaid() {
		rules("moderation = 'HOLD_NONE'");
		add(BUDI, "Halo");
		String token = add(BUDI, "Hai").text("comment.token");
		assertThat(edit(token, "HALO").errors()).containsExactly("DUPLICATE");
		assertThat(edit(token, "hai").errors()).isEmpty();
	}

	@Test
	void theTimeToChangeACommentEnds() {
		String token = add(BUDI, "Halo").text("comment.token");
		Instant written = Instant.parse(String.valueOf(this.content
			.one("select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from comment")));
		this.content.run("update comment set created_at = created_at - interval '16 minutes'");
		assertThat(edit(token, "Lain").errors()).containsExactly("BAD_TOKEN token");
		String later = OwnToken.of(this.commenter.hash(), 1, written.minus(Duration.ofMinutes(16))).toString();
		assertThat(edit(later, "Lain").errors()).containsExactly("TOO_LATE");
		assertThat(delete(later).errors()).containsExactly("TOO_LATE");
		assertThat(this.commenter.own(later).get(0)).containsEntry("source", "Halo");
	}

	@ParameterizedTest
	@CsvSource({ "TRASH", "DELETED" })
	void whatIsRemovedIsNotChanged(CommentStatus status) {
		String token = add(BUDI, "Halo").text("comment.token");
		change(1, status);
		assertThat(edit(token, "Lain").errors()).containsExactly("WRONG_STATUS");
		assertThat(delete(token).errors()).containsExactly("WRONG_STATUS");
	}

	@Test
	void whatIsDeletedLeavesItsPlaceAlone() {
		rules("moderation = 'HOLD_NONE'");
		String token = add(BUDI, "Halo").text("comment.token");
		add("sri@warta.example", "Hai", "parentId", comment(1));
		TestMutations.Answer deleted = delete(token);
		assertThat(deleted.text("comment.status")).isEqualTo("REMOVED");
		assertThat(deleted.text("comment.comment.body")).isEmpty();
		assertThat(this.content.one("""
				select count(*) from comment where id = 1 and body = '' and author_name = ''
				    and num_nonnulls(source, author_email, author_address, user_agent, duplicate_key) = 0"""))
			.isEqualTo("1");
		assertThat(add(BUDI, "Halo").errors()).as("and can be said again").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 51, 52 })
	void manyAtTheSameTimeAreEachWrittenOnceAndTold(long seed) {
		rules("moderation = 'HOLD_NONE'");
		Random random = new Random(seed);
		for (int i = 1; i <= 5; i++) {
			add("p" + i + "@warta.example", "Awal " + i);
		}
		long before = this.log.head().position();
		List<Map<String, Object>> inputs = Stream.generate(() -> random.nextInt(40)).limit(120).map((number) -> {
			Map<String, Object> input = this.commenter.input(1, "p" + number + "@warta.example", "Nomor " + number);
			if (random.nextBoolean()) {
				input.put("parentId", comment(1 + random.nextInt(5)));
			}
			return input;
		}).toList();
		List<String> ids = Flux.fromIterable(inputs)
			.index()
			.flatMap((numbered) -> Mono
				.fromCallable(() -> this.commenter.send("192.0.2." + (10 + numbered.getT1() % 100), "addComment",
						numbered.getT2()))
				.subscribeOn(Schedulers.boundedElastic()), 16)
			.filter((answer) -> answer.errors().isEmpty())
			.map((answer) -> answer.text("comment.id"))
			.collectList()
			.block(LIMIT);
		assertThat(ids).as("seed %d", seed).doesNotHaveDuplicates();
		assertThat(this.content.one("select count(*) from comment where id > 5")).isEqualTo("" + ids.size());
		assertThat(this.content.one("select count(distinct source) from comment where id > 5"))
			.isEqualTo("" + ids.size());
		assertThat(this.log.head().position() - before).isEqualTo(ids.size());
		assertThat(this.content.one("select approved from article_comments where article_id = 1"))
			.isEqualTo("" + (5 + ids.size()));
	}

	@Test
	void ofManyThatGoTogetherThoseThatCannotAreLeftOut() {
		CommentRow row = row(1, null, "aa");
		CommentRow same = row(1, null, "aa");
		CommentRow nowhere = row(99, null, "bb");
		CommentRow orphan = row(1, 99L, "cc");
		CommentRow last = row(2, null, "dd");
		assertThat(this.table.add(List.of(row, same, nowhere, orphan, last)).block(LIMIT)).containsOnlyKeys(0, 4);
	}

	/** Whatever goes to PostgreSQL together, in whatever order. */
	@ParameterizedTest
	@ValueSource(longs = { 61, 62 })
	void ofManyAtOnceEachIsToldWhatConcernsIt(long seed) {
		rules("moderation = 'HOLD_NONE'");
		add(BUDI, "Halo", "idempotencyKey", "key-1");
		this.content.run("""
				insert into comment_ban (email, network, effect) values
				    ('refused@warta.example', null, 'REFUSE'), (null, '2001:db8::/32', 'HOLD'),
				    ('late@warta.example', null, 'REFUSE')""");
		this.content
			.run("update comment_ban set expires_at = now() - interval '1 day' where email = 'late@warta.example'");
		Map<NewComment, String> expected = new LinkedHashMap<>();
		for (int i = 0; i < 40; i++) {
			expected.put(asked(1, null, BUDI, "Satu " + i), "satu there before");
			expected.put(asked(1, 1L, "sri@warta.example", "Dua " + i), "satu there");
			expected.put(asked(2, 1L, "sri@warta.example", "Tiga " + i), "dua");
			expected.put(asked(99, null, BUDI, "Empat " + i), "nothing");
			expected.put(asked(1, null, "refused@warta.example", "Lima " + i), "satu there refused");
			expected.put(asked(2, null, "late@warta.example", "Enam " + i), "dua there");
			expected.put(asked(2, null, "six@warta.example", "Tujuh " + i), "dua there held");
			expected.put(asked(2, null, "sri@warta.example", "Halo"), "dua there repeated");
		}
		List<NewComment> all = new ArrayList<>(expected.keySet());
		Collections.shuffle(all, new Random(seed));
		Flux.fromIterable(all)
			.flatMap((comment) -> this.admissions.circumstances(comment, from(comment))
				.map(SubmissionIntegrationTests::words)
				.defaultIfEmpty("nothing")
				.doOnNext((said) -> assertThat(said).as("seed %d: %s", seed, comment).isEqualTo(expected.get(comment))),
					64)
			.blockLast(LIMIT);
		List<OwnComment> known = Flux.range(0, 200)
			.map((i) -> new NewComment(1 + i % 2, null, new Commenter("Budi", BUDI, null),
					CommentText.of("Halo", "body"), "key-" + i % 5, false))
			.flatMap(this.admissions::known, 64)
			.collectList()
			.blockOptional(LIMIT)
			.orElseThrow();
		assertThat(known).as("of article 1 and key-1").hasSize(20).extracting(OwnComment::id).containsOnly(1L);
	}

	/** Most articles have a few comments, by which the planner goes, and one has many. */
	@Test
	void whatDecidesIsLookedUpByKeysHoweverManyCommentsAnArticleHas() {
		this.content
			.run("insert into article (slug, title, status, published_at) select 's' || i, 'T', 'PUBLISHED', now() "
					+ "from generate_series(1, 300) i");
		this.content.run("""
				insert into comment (article_id, status, author_name, author_email, body, source)
				select id, 'APPROVED', 'A', 'a' || i || '@warta.example', 'B', 'B' || i
				from article, generate_series(1, case when id = 1 then 3000 else 10 end) i""");
		this.content.run("analyze article, comment");
		List<String> plan = this.database.sql("explain " + AdmissionTable.CIRCUMSTANCES)
			.bind("articles", new Long[] { 1L, 1L })
			.bind("parents", new Long[] { 5L, null })
			.bind("emails", new String[] { BUDI, BUDI })
			.bind("addresses", new String[] { HERE, "" })
			.bind("sources", new String[] { "Halo", "Hai" })
			.mapValue(String.class)
			.all()
			.collectList()
			.blockOptional(LIMIT)
			.orElseThrow();
		assertThat(String.join("\n", plan)).contains("comment_pkey")
			.doesNotContain("comment_article", "Seq Scan on comment c");
	}

	/** Nodes lock what counts comments in one order, whatever that of the comments is. */
	@Test
	void nodesThatWriteBelowTheSameArticlesDoNotStopEachOther() {
		this.content
			.run("insert into article (slug, title, status, published_at) select 's' || i, 'T', 'PUBLISHED', now() "
					+ "from generate_series(1, 59) i");
		Long added = Flux.range(0, 600)
			.flatMap((batch) -> this.database.sql("""
					with chosen as materialized (
					    select floor(random() * 61)::bigint + 1 as article, n
					    from generate_series(1, 50) n)
					select count(*) from add_comments(array(select distinct article from chosen), '{}', (
					    select jsonb_agg(jsonb_build_object('article', article, 'status', 'APPROVED', 'name', 'A',
					        'body', 'B', 'source', 'B', 'held', '{}'::text[], 'duplicate', md5(:batch || ' ' || n))
					        order by n)
					    from chosen), 4)""").bind("batch", batch).mapValue(Long.class).one(), 8)
			.reduce(Long::sum)
			.block(LIMIT);
		assertThat(added).isEqualTo(600 * 50);
		assertThat(this.content.one("select sum(approved) from article_comments")).isEqualTo("30000");
	}

	private static NewComment asked(long article, @Nullable Long parent, String email, String text) {
		return new NewComment(article, parent, new Commenter("Budi", email, null), CommentText.of(text, "body"), null,
				false);
	}

	private static Reader from(NewComment comment) {
		String address = "six@warta.example".equals(comment.author().email()) ? "2001:db8::7" : "192.0.2.7";
		return Reader.of(new HttpHeaders(), new InetSocketAddress(address, 4711));
	}

	private static String words(Circumstances known) {
		return known.slug() + (known.parentThere() ? " there" : "") + (known.approvedBefore() ? " before" : "")
				+ (known.refused() ? " refused" : "") + (known.held() ? " held" : "")
				+ ((known.repeated() > 0) ? " repeated" : "");
	}

	private static CommentRow row(long article, @Nullable Long parent, String duplicate) {
		return new CommentRow(article, parent, "APPROVED", "Budi", BUDI, null, "<p>a</p>", "a", List.of(), HERE, null,
				null, duplicate);
	}

}

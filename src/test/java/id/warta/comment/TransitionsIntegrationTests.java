package id.warta.comment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.eventlog.EventCursor;
import id.warta.eventlog.RecordedChanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is approved has a place below what has one, the counts are right, and each comment
 * and each place that comes or goes is an event, whatever happens at the same time.
 */
@IntegrationTest
@Import({ TestContent.class, TestLog.class })
class TransitionsIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** What is deleted stays so. */
	private static final List<CommentStatus> MOVES = List.of(CommentStatus.PENDING, CommentStatus.APPROVED,
			CommentStatus.SPAM, CommentStatus.TRASH);

	/** How many counts are not as they must be. */
	private static final String WRONG_COUNTS = """
			select (select count(*) from comment p where reply_count <> (
			        select count(*) from comment r where r.parent_id = p.id and r.listed))
			    + (select count(*) from article_comments t where (approved, threads) <> (
			        select count(*) filter (where status = 'APPROVED'), count(*) filter (where listed and parent_id is null)
			        from comment c where c.article_id = t.article_id))
			    + (select count(*) from comment c left join comment p on p.id = c.parent_id
			        where c.listed and not coalesce(p.listed, true))""";

	/** What the log says about comments since the test has begun. */
	private static final String EVENTS = """
			select coalesce(string_agg(substring(kind from 9) || ' ' || subject_id || ' ' || payload, ', '
			    order by position), 'none')
			from event_log where position > %d and subject_type = 'Comment'""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestLog log;

	@Autowired
	private Transitions transitions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private EventCursor start;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.start = this.log.head();
	}

	@ParameterizedTest
	@EnumSource(names = { "PENDING", "SPAM", "TRASH" })
	void whatIsNotApprovedCanBe(CommentStatus status) {
		comment(null, status);
		change(CommentStatus.APPROVED, 1);
		assertThat(status(1)).isEqualTo("APPROVED");
		assertThat(events()).isEqualTo("APPROVED 1 {\"article\": 1}");
	}

	@Test
	void whatHasRepliesKeepsItsPlace() {
		comment(null, CommentStatus.APPROVED);
		comment(1L, CommentStatus.APPROVED);
		comment(2L, CommentStatus.APPROVED);
		change(CommentStatus.TRASH, 2);
		assertThat(listed()).isEqualTo("1 2 3");
		change(CommentStatus.TRASH, 1);
		assertThat(listed()).isEqualTo("1 2 3");
		change(CommentStatus.SPAM, 3);
		assertThat(listed()).isEqualTo("none");
		assertThat(events()).isEqualTo("REMOVED 2 {\"parent\": 1, \"article\": 1}, REMOVED 1 {\"article\": 1}, "
				+ "REMOVED 3 {\"parent\": 2, \"article\": 1}, REMOVED 2 {\"parent\": 1, \"article\": 1}, "
				+ "REMOVED 1 {\"article\": 1}");
	}

	@Test
	void aReplyBringsThePlaceOfWhatItStandsBelow() {
		comment(null, CommentStatus.SPAM);
		comment(1L, CommentStatus.PENDING);
		comment(2L, CommentStatus.PENDING);
		change(CommentStatus.APPROVED, 3);
		assertThat(listed()).isEqualTo("1 2 3");
		change(CommentStatus.APPROVED, 1);
		assertThat(events()).isEqualTo("REMOVED 1 {\"article\": 1}, REMOVED 2 {\"parent\": 1, \"article\": 1}, "
				+ "APPROVED 3 {\"parent\": 2, \"article\": 1}, APPROVED 1 {\"article\": 1}");
	}

	@Test
	void aThreadComesFromTheTopDownAndGoesFromTheBottomUp() {
		comment(null, CommentStatus.PENDING);
		comment(1L, CommentStatus.PENDING);
		change(CommentStatus.APPROVED, 2, 1);
		change(CommentStatus.TRASH, 1, 2);
		assertThat(events()).isEqualTo("APPROVED 1 {\"article\": 1}, APPROVED 2 {\"parent\": 1, \"article\": 1}, "
				+ "REMOVED 2 {\"parent\": 1, \"article\": 1}, REMOVED 1 {\"article\": 1}");
	}

	@Test
	void belowAnArticleThatReadersDoNotSeeNothingIsAnnounced() {
		comment(null, CommentStatus.PENDING);
		this.content.run("update article set status = 'WITHDRAWN'");
		change(CommentStatus.APPROVED, 1);
		change(CommentStatus.TRASH, 1);
		assertThat(events()).isEqualTo("none");
	}

	@Test
	void whatThereIsNotIsNotLocked() {
		assertThat(this.transitions.lock(List.of(99L)).as(this.transaction::transactional).block(LIMIT).byId())
			.isEmpty();
	}

	@Test
	void whatIsRolledBackLeavesNoEvent() {
		comment(null, CommentStatus.PENDING);
		changed(CommentStatus.APPROVED, List.of(1L)).then(Mono.error(new IllegalStateException("too late")))
			.as(this.transaction::transactional)
			.as(StepVerifier::create)
			.verifyErrorMessage("too late");
		assertThat(status(1)).isEqualTo("PENDING");
		assertThat(this.log.head()).isEqualTo(this.start);
	}

	@Test
	void countsFollowWhatIsDeletedWithItsThread() {
		comment(null, CommentStatus.APPROVED);
		comment(1L, CommentStatus.TRASH);
		comment(2L, CommentStatus.APPROVED);
		comment(null, CommentStatus.APPROVED);
		this.content.run("delete from comment where id = 3");
		assertThat(listed()).isEqualTo("1 4");
		this.content.run("delete from comment where id = 1");
		assertThat(this.content.one("select approved || ' ' || threads from article_comments")).isEqualTo("1 1");
		this.content.run("delete from article");
		assertThat(this.content.one("select count(*) from article_comments")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(longs = { 31, 32, 33 })
	void manyAtTheSameTimeLeaveEveryCountRightAndTellEveryPlace(long seed) {
		Random random = new Random(seed);
		List<Integer> depths = new ArrayList<>();
		for (int id = 1; id <= 30; id++) {
			Integer parent = (id == 1 || random.nextInt(4) == 0) ? null : 1 + random.nextInt(id - 1);
			depths.add((parent != null) ? depths.get(parent - 1) + 1 : 0);
			comment((parent != null) ? Long.valueOf(parent) : null, depths.get(id - 1), CommentStatus.PENDING);
		}
		Flux.range(0, 6).flatMap((moderator) -> moderate(new Random(seed * 100 + moderator)), 6).then().block(LIMIT);
		assertThat(this.content.one(WRONG_COUNTS)).as("seed %d", seed).isEqualTo("0");
		assertThat(told()).as("seed %d", seed).isEqualTo(ids("select id from comment where listed"));
		assertThat(toldApproved()).as("seed %d", seed)
			.isEqualTo(ids("select id from comment where status = 'APPROVED'"));
	}

	private Mono<Void> moderate(Random random) {
		return Flux.range(0, 40).concatMap((i) -> one(random)).then();
	}

	private Mono<Void> one(Random random) {
		Set<Long> ids = new HashSet<>();
		for (int i = 0; i <= random.nextInt(3); i++) {
			ids.add(1L + random.nextInt(30));
		}
		CommentStatus to = MOVES.get(random.nextInt(MOVES.size()));
		return changed(to, List.copyOf(ids)).as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	/**
	 * What has a place by what subscribers were told, each of which read the place then.
	 */
	private Set<Long> told() {
		Set<Long> places = ids(
				"""
						select subject_id from (
						    select distinct on (subject_id) subject_id from event_log where position > %d and subject_type = 'Comment'
						    order by subject_id, position desc) last join comment c on c.id = subject_id and c.listed"""
					.formatted(this.start.position()));
		places.addAll(toldApproved());
		return places;
	}

	private Set<Long> toldApproved() {
		return ids("""
				select subject_id from (
				    select distinct on (subject_id) subject_id, kind from event_log
				    where position > %d and subject_type = 'Comment' order by subject_id, position desc) last
				where kind = 'COMMENT_APPROVED'""".formatted(this.start.position()));
	}

	private Set<Long> ids(String sql) {
		return new TreeSet<>(this.database.sql(sql).mapValue(Long.class).all().collectList().block(LIMIT));
	}

	private void change(CommentStatus to, long... ids) {
		changed(to, LongStream.of(ids).boxed().toList()).as(this.transaction::transactional).block(LIMIT);
		assertThat(this.content.one(WRONG_COUNTS)).isEqualTo("0");
	}

	private Mono<Void> changed(CommentStatus to, List<Long> ids) {
		return this.transitions.lock(ids).flatMap((locked) -> this.transitions.change(locked, ids, to));
	}

	private void comment(@Nullable Long parent, CommentStatus status) {
		String depth = (parent != null) ? this.content.one("select depth + 1 from comment where id = " + parent) : "0";
		comment(parent, Integer.parseInt(String.valueOf(depth)), status);
	}

	private void comment(@Nullable Long parent, int depth, CommentStatus status) {
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				values (1, %s, %d, '%s', 'A', 'B')""".formatted(parent, depth, status));
	}

	private @Nullable String status(long id) {
		return this.content.one("select status from comment where id = " + id);
	}

	private @Nullable String listed() {
		return this.content
			.one("select coalesce(string_agg(id::text, ' ' order by id), 'none') from comment where listed");
	}

	private @Nullable String events() {
		return this.content.one(EVENTS.formatted(this.start.position()));
	}

}

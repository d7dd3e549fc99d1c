package id.warta.comment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.eventlog.EventCursor;
import id.warta.platform.ConflictException;
import org.jspecify.annotations.Nullable;
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
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is approved stands below what is approved, whatever moderators do at the same
 * time, and each comment that comes or goes is an event.
 */
@IntegrationTest
@Import({ TestContent.class, TestLog.class })
class ModerationIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String ORPHANS = """
			select count(*) from comment c join comment p on p.id = c.parent_id
			where c.status = 'APPROVED' and p.status <> 'APPROVED'""";

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
	private Moderation moderation;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private ExecutionGraphQlService service;

	private EventCursor start;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.start = this.log.head();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PENDING", "SPAM", "TRASH" })
	void whatIsNotApprovedCanBe(String status) {
		comment(null, status);
		this.moderation.approve(1).as(StepVerifier::create).expectNext(1L).verifyComplete();
		assertThat(status(1)).isEqualTo("APPROVED");
		assertThat(events()).isEqualTo("APPROVED 1 {\"article\": 1}");
		refused("WRONG_STATUS", this.moderation.approve(1));
	}

	@Test
	void aReplyIsNotApprovedBeforeWhatItRepliesTo() {
		comment(null, "PENDING");
		comment(1L, "PENDING");
		refused("PARENT_NOT_APPROVED", this.moderation.approve(2));
		assertThat(status(2)).isEqualTo("PENDING");
		this.moderation.approve(1).block();
		this.moderation.approve(2).block();
		assertThat(events()).isEqualTo("APPROVED 1 {\"article\": 1}, APPROVED 2 {\"parent\": 1, \"article\": 1}");
	}

	@Test
	void aCommentGoesWithTheRepliesToIt() {
		comment(null, "APPROVED");
		comment(1L, "APPROVED");
		comment(1L, "PENDING");
		comment(2L, "APPROVED");
		comment(null, "APPROVED");
		this.moderation.remove(1).as(StepVerifier::create).expectNext(3).verifyComplete();
		assertThat(this.content.one("select string_agg(status, ' ' order by id) from comment"))
			.isEqualTo("TRASH TRASH PENDING TRASH APPROVED");
		assertThat(events()).isEqualTo("REMOVED 4 {\"parent\": 2, \"article\": 1}, "
				+ "REMOVED 2 {\"parent\": 1, \"article\": 1}, REMOVED 1 {\"article\": 1}");
		ExecutionGraphQlServiceTester.create(this.service)
			.document("{ article(slug: \"satu\") { commentCount comments { totalCount } } }")
			.execute()
			.path("article")
			.entity(Map.class)
			.isEqualTo(Map.of("commentCount", 1L, "comments", Map.of("totalCount", 1L)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PENDING", "SPAM", "TRASH" })
	void onlyWhatIsApprovedIsRemoved(String status) {
		comment(null, status);
		refused("WRONG_STATUS", this.moderation.remove(1));
		assertThat(status(1)).isEqualTo(status);
		assertThat(events()).isEqualTo("none");
	}

	@ParameterizedTest
	@ValueSource(ints = { 198, 199, 200, 399, 450 })
	void aLongThreadGoesAsAWhole(int replies) {
		comment(null, "APPROVED");
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				select 1, 1, 1, 'APPROVED', 'A', 'B' from generate_series(1, %d)""".formatted(replies));
		assertThat(this.moderation.remove(1).block(LIMIT)).isEqualTo(replies + 1);
		assertThat(this.content.one("select count(*) from comment where status = 'APPROVED'")).isEqualTo("0");
		assertThat(this.log.head().position() - this.start.position()).isEqualTo(replies + 1);
		assertThat(events()).endsWith(", REMOVED 1 {\"article\": 1}");
	}

	@Test
	void belowAnArticleThatReadersDoNotSeeNothingIsAnnounced() {
		comment(null, "PENDING");
		this.content.run("update article set status = 'WITHDRAWN'");
		this.moderation.approve(1).block();
		assertThat(status(1)).isEqualTo("APPROVED");
		this.moderation.remove(1).block();
		assertThat(status(1)).isEqualTo("TRASH");
		assertThat(events()).isEqualTo("none");
	}

	@Test
	void whatThereIsNotIsNotFound() {
		this.moderation.approve(99).as(StepVerifier::create).verifyComplete();
		this.moderation.remove(99).as(StepVerifier::create).verifyComplete();
	}

	@Test
	void whatIsRolledBackLeavesNoEvent() {
		comment(null, "PENDING");
		comment(null, "APPROVED");
		for (Mono<?> change : List.of(this.moderation.approve(1), this.moderation.remove(2))) {
			change.then(Mono.error(new IllegalStateException("too late")))
				.as(this.transaction::transactional)
				.as(StepVerifier::create)
				.verifyErrorMessage("too late");
		}
		assertThat(status(1) + " " + status(2)).isEqualTo("PENDING APPROVED");
		assertThat(this.log.head()).isEqualTo(this.start);
	}

	@ParameterizedTest
	@ValueSource(longs = { 31, 32, 33 })
	void moderatorsAtTheSameTimeLeaveNoReplyWithoutItsPlace(long seed) {
		Random random = new Random(seed);
		List<Integer> depths = new ArrayList<>();
		for (int id = 1; id <= 30; id++) {
			Integer parent = (id == 1 || random.nextInt(4) == 0) ? null : 1 + random.nextInt(id - 1);
			depths.add((parent != null) ? depths.get(parent - 1) + 1 : 0);
			comment((parent != null) ? Long.valueOf(parent) : null, depths.get(id - 1), "PENDING");
		}
		Flux.range(0, 6).flatMap((moderator) -> moderate(new Random(seed * 100 + moderator)), 6).then().block(LIMIT);
		assertThat(this.content.one(ORPHANS)).as("seed %d", seed).isEqualTo("0");
		assertThat(this.content.one("""
				select count(*) from comment c where (status = 'APPROVED') is distinct from (
				    select kind = 'COMMENT_APPROVED' from event_log e
				    where position > %d and subject_type = 'Comment' and subject_id = c.id
				    order by position desc limit 1) and (status = 'APPROVED' or status = 'TRASH')"""
			.formatted(this.start.position()))).as("seed %d", seed).isEqualTo("0");
	}

	private Mono<Void> moderate(Random random) {
		return Flux.range(0, 60).concatMap((i) -> one(random).onErrorComplete(ConflictException.class)).then();
	}

	private Mono<?> one(Random random) {
		long id = 1 + random.nextInt(30);
		return (random.nextInt(3) > 0) ? this.moderation.approve(id) : this.moderation.remove(id);
	}

	private static void refused(String code, Mono<?> change) {
		change.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(ConflictException.class,
					(conflict) -> assertThat(conflict.code()).isEqualTo(code)));
	}

	private void comment(@Nullable Long parent, String status) {
		comment(parent, (parent != null) ? 1 : 0, status);
	}

	private void comment(@Nullable Long parent, int depth, String status) {
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				values (1, %s, %d, '%s', 'A', 'B')""".formatted(parent, depth, status));
	}

	private @Nullable String status(long id) {
		return this.content.one("select status from comment where id = " + id);
	}

	private @Nullable String events() {
		return this.content.one(EVENTS.formatted(this.start.position()));
	}

}

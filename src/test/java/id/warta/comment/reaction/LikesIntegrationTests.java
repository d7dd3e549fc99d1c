package id.warta.comment.reaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.comment.CommentStatus;
import id.warta.comment.TestComments;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, StatementCounter.class })
class LikesIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private Likes likes;

	private TestComments comments;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.changed();
		this.comments = new TestComments(this.content);
		for (int i = 0; i < 3; i++) {
			this.comments.comment(null, CommentStatus.APPROVED);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 41, 42, 43 })
	void likesAreTheirNumberWhateverHappensAtTheSameTime(long seed) {
		Flux.range(0, 8).flatMap((reader) -> readings(new Random(seed * 100 + reader)), 8).then().block(LIMIT);
		assertThat(this.content.one("""
				select count(*) from comment c
				where like_count <> (select count(*) from comment_like l where l.comment_id = c.id)"""))
			.as("seed %d", seed)
			.isEqualTo("0");
	}

	private Mono<Void> readings(Random random) {
		return Flux.range(0, 60).concatMap((i) -> {
			long comment = 1 + random.nextInt(3);
			Visitor visitor = new Visitor("pengunjung-" + random.nextInt(4));
			return random.nextBoolean() ? this.likes.like(comment, visitor) : this.likes.unlike(comment, visitor);
		}).onErrorResume(InvalidInputException.class, (ex) -> Mono.empty()).then();
	}

	@Test
	void everybodyLikesACommentOnce() {
		assertThat(send("likeComment", 1, "pengunjung-1")).isEqualTo("true 1");
		assertThat(send("likeComment", 1, "pengunjung-1")).isEqualTo("true 1");
		assertThat(send("likeComment", 1, "pengunjung-2")).isEqualTo("true 2");
		assertThat(send("unlikeComment", 1, "pengunjung-1")).isEqualTo("false 1");
		assertThat(send("unlikeComment", 1, "pengunjung-1")).isEqualTo("false 1");
		assertThat(this.content.one("select string_agg(length(visitor)::text, ' ') from comment_like")).isEqualTo("32");
	}

	@Test
	void whatReadersCanNotReadIsNotThere() {
		this.comments.set(1, "status = 'PENDING'");
		assertThat(refused("likeComment", TestComments.id(1), "pengunjung-1")).isEqualTo("NOT_FOUND");
		assertThat(refused("unlikeComment", TestComments.id(1), "pengunjung-1")).isEqualTo("NOT_FOUND");
		assertThat(refused("likeComment", TestComments.id(99), "pengunjung-1")).isEqualTo("NOT_FOUND");
		this.content.run("update article set status = 'WITHDRAWN'");
		assertThat(refused("likeComment", TestComments.id(2), "pengunjung-1")).isEqualTo("NOT_FOUND");
		assertThat(this.content.one("select count(*) from comment_like")).isEqualTo("0");
	}

	@Test
	void whatIsNotWellFormedIsRefused() {
		assertThat(refused("likeComment", "QXJ0aWNsZTox", "pengunjung-1")).isEqualTo("BAD_ID");
		assertThat(refused("likeComment", TestComments.id(1), "x")).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("likeComment", TestComments.id(1), "x".repeat(10_000))).isEqualTo("BAD_ARGUMENT");
	}

	@Test
	void whoLikesWhatIsOneStatementForAllComments() {
		send("likeComment", 1, "pengunjung-1");
		send("likeComment", 3, "pengunjung-1");
		send("likeComment", 2, "pengunjung-2");
		this.counter.reset();
		GraphQlTester.Response answer = this.staff.read("""
				{ articles { nodes { comments(orderBy: OLDEST) { nodes { likedBy(visitor: "pengunjung-1") } } } } }""");
		answer.path("articles.nodes[0].comments.nodes[*].likedBy")
			.entityList(Boolean.class)
			.isEqualTo(List.of(true, false, true));
		assertThat(this.counter.statements()).as("articles, threads, likes").hasSize(3);
	}

	private String send(String mutation, long comment, String visitor) {
		Map<?, ?> payload = answer(mutation, TestComments.id(comment), visitor).path(mutation).entity(Map.class).get();
		return payload.get("liked") + " " + ((Map<?, ?>) payload.get("comment")).get("likeCount");
	}

	private String refused(String mutation, String comment, String visitor) {
		return answer(mutation, comment, visitor).path(mutation + ".errors[0].code").entity(String.class).get();
	}

	private GraphQlTester.Response answer(String mutation, String comment, String visitor) {
		return this.staff.as(Viewer.READER).document("""
				mutation { %s(input: {commentId: "%s", visitor: "%s"}) {
				  liked comment { likeCount } errors { code } } }""".formatted(mutation, comment, visitor)).execute();
	}

}

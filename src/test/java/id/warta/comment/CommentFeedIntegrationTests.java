package id.warta.comment;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestLog.class })
class CommentFeedIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Autowired
	private TestContent content;

	@Autowired
	private TestLog log;

	@Autowired
	private Transitions transitions;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	private long article;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.article = this.content.article("satu");
		long other = this.content.article("dua");
		this.content.run("""
				insert into comment (article_id, parent_id, depth, author_name, body)
				values (%1$d, null, 0, 'A', 'Pertama'), (%1$d, 1, 1, 'B', 'Jawaban'), (%2$d, null, 0, 'C', 'Lain')"""
			.formatted(this.article, other));
	}

	@Test
	void whatComesAndGoesBelowOneArticleIsTold() {
		messages(articleId(), this.log.head().toString()).filter((message) -> !isHeartbeat(message))
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> approve(3))
			.then(() -> approve(1))
			.assertNext((message) -> assertThat(message).containsEntry("type", "APPROVED")
				.containsEntry("commentId", new NodeId("Comment", 1).toString())
				.containsEntry("parentId", null)
				.containsEntry("comment", Map.of("body", "Pertama", "depth", 0, "replyCount", 0)))
			.then(() -> approve(2))
			.assertNext((message) -> assertThat(message).containsEntry("type", "APPROVED")
				.containsEntry("commentId", new NodeId("Comment", 2).toString())
				.containsEntry("parentId", new NodeId("Comment", 1).toString())
				.containsEntry("comment", Map.of("body", "Jawaban", "depth", 1, "replyCount", 0)))
			.then(() -> trash(1L, 2L))
			.assertNext((message) -> assertThat(message).containsEntry("type", "REMOVED")
				.containsEntry("commentId", new NodeId("Comment", 2).toString())
				.containsEntry("comment", null))
			.assertNext((message) -> assertThat(message).containsEntry("type", "REMOVED")
				.containsEntry("commentId", new NodeId("Comment", 1).toString())
				.containsEntry("comment", null))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void whatWasMissedIsToldAndThenThatThereIsNoMore() {
		String from = this.log.head().toString();
		approve(1);
		approve(3);
		this.log.catchUp();
		String head = this.log.head().toString();
		messages(articleId(), from).as(StepVerifier::create)
			.assertNext((message) -> assertThat(message).containsEntry("type", "APPROVED"))
			.assertNext((message) -> assertThat(message).containsEntry("type", "HEARTBEAT")
				.containsEntry("commentId", null)
				.containsEntry("parentId", null)
				.containsEntry("comment", null)
				.containsEntry("cursor", head))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void thereIsNoStreamOfAnArticleThatReadersDoNotSee() {
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'satu'");
		refused(articleId(), "NOT_FOUND");
		refused(new NodeId("Article", 99).toString(), "NOT_FOUND");
		refused(new NodeId("Comment", 1).toString(), "BAD_ID");
		refused("nonsense", "BAD_ID");
	}

	private void approve(long id) {
		change(CommentStatus.APPROVED, List.of(id));
	}

	private void trash(Long... ids) {
		change(CommentStatus.TRASH, List.of(ids));
	}

	private void change(CommentStatus to, List<Long> ids) {
		this.transitions.lock(ids)
			.flatMap((locked) -> this.transitions.change(locked, ids, to))
			.as(this.transaction::transactional)
			.block(LIMIT);
	}

	private void refused(String articleId, String code) {
		messages(articleId, null).as(StepVerifier::create)
			.verifyErrorSatisfies(
					(ex) -> assertThat(((SubscriptionPublisherException) ex).getErrors().get(0).getExtensions())
						.containsEntry("code", code)
						.containsEntry("argument", "articleId"));
	}

	private String articleId() {
		return new NodeId("Article", this.article).toString();
	}

	private static boolean isHeartbeat(Map<String, Object> message) {
		return "HEARTBEAT".equals(message.get("type"));
	}

	private Flux<Map<String, Object>> messages(String articleId, @Nullable String after) {
		return this.tester.documentName("comment/feed")
			.variable("articleId", articleId)
			.variable("after", after)
			.executeSubscription()
			.toFlux()
			.map((response) -> response.path("commentFeed")
				.entity(new ParameterizedTypeReference<Map<String, Object>>() {
				})
				.get());
	}

}

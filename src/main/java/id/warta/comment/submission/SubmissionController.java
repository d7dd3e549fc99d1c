package id.warta.comment.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.comment.Comment;
import id.warta.comment.CommentEvents;
import id.warta.comment.Threads;
import id.warta.comment.text.CommentText;
import id.warta.platform.Batched;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.Reader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SubmissionController {

	private static final int MOST_TOKENS = 50;

	private final CommentDesk desk;

	private final OwnComments comments;

	private final OwnCommentTable table;

	private final EditWindow window;

	private final Threads threads;

	SubmissionController(CommentDesk desk, OwnComments comments, OwnCommentTable table, EditWindow window,
			Threads threads) {
		this.desk = desk;
		this.comments = comments;
		this.table = table;
		this.window = window;
		this.threads = threads;
	}

	@MutationMapping
	Mono<OwnCommentPayload> addComment(@Argument AddCommentInput input, DataFetchingEnvironment environment) {
		return this.desk.add(input, Viewer.of(environment), Reader.of(environment)).map(OwnCommentPayload::new);
	}

	record EditInput(String token, String body) {

	}

	@MutationMapping
	Mono<OwnCommentPayload> editComment(@Argument EditInput input, DataFetchingEnvironment environment) {
		return this.comments
			.edit(OwnToken.parse(input.token(), "token"), CommentText.of(input.body(), "body"), Reader.of(environment))
			.map(OwnCommentPayload::new);
	}

	record DeleteInput(String token) {

	}

	@MutationMapping
	Mono<OwnCommentPayload> deleteComment(@Argument DeleteInput input) {
		return this.comments.delete(OwnToken.parse(input.token(), "token")).map(OwnCommentPayload::new);
	}

	@QueryMapping
	Mono<List<@Nullable OwnComment>> ownComments(@Argument List<String> tokens) {
		if (tokens.size() > MOST_TOKENS) {
			throw InvalidInputException.badArgument("tokens", "'tokens' has at most " + MOST_TOKENS + " tokens");
		}
		List<OwnToken> parsed = tokens.stream().map((token) -> OwnToken.parse(token, "tokens")).toList();
		return this.table.of(parsed).map((found) -> parsed.stream().<@Nullable OwnComment>map(found::get).toList());
	}

	@SchemaMapping
	String id(OwnComment comment) {
		return globalId(comment.id());
	}

	@SchemaMapping
	String articleId(OwnComment comment) {
		return new NodeId("Article", comment.articleId()).toString();
	}

	@SchemaMapping
	@Nullable String parentId(OwnComment comment) {
		Long parent = comment.parentId();
		return (parent != null) ? globalId(parent) : null;
	}

	private static String globalId(long id) {
		return new NodeId(CommentEvents.SUBJECT, id).toString();
	}

	@SchemaMapping
	OwnCommentStatus status(OwnComment comment) {
		return OwnCommentStatus.of(comment.status());
	}

	@SchemaMapping
	String authorName(OwnComment comment) {
		return comment.author().name();
	}

	@SchemaMapping
	Mono<String> token(OwnComment comment) {
		return this.table.token(comment);
	}

	@SchemaMapping
	Instant editableUntil(OwnComment comment) {
		return this.window.until(comment);
	}

	@BatchMapping
	Mono<Map<OwnComment, Comment>> comment(List<OwnComment> comments) {
		return this.threads.byIds(comments.stream().map(OwnComment::id).toList())
			.map((found) -> Batched.values(comments, (own) -> found.get(own.id())));
	}

}

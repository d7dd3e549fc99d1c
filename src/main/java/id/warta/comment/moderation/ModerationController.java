package id.warta.comment.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.comment.Comment;
import id.warta.comment.CommentEvents;
import id.warta.comment.CommentedArticles;
import id.warta.comment.Threads;
import id.warta.platform.Batched;
import id.warta.platform.Connection;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ModerationController {

	private final ModeratedComments comments;

	private final ReportTable reports;

	private final CommentedArticles articles;

	private final Threads threads;

	ModerationController(ModeratedComments comments, ReportTable reports, CommentedArticles articles, Threads threads) {
		this.comments = comments;
		this.reports = reports;
		this.articles = articles;
		this.threads = threads;
	}

	@QueryMapping
	Mono<Connection<ModeratedComment>> moderatedComments(@Argument @Nullable ModeratedCommentWhere where,
			@Argument ModerationOrder orderBy, DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.comments.page((where != null) ? where : ModeratedCommentWhere.ALL, orderBy, environment);
	}

	@QueryMapping
	Mono<ModeratedComment> moderatedComment(@Argument String id, DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.comments.byId(NodeId.parse(id, CommentEvents.SUBJECT, "id"),
				environment.getSelectionSet().containsAnyOf("body", "source"));
	}

	@SchemaMapping
	CompletableFuture<Article> article(ModeratedComment comment, DataFetchingEnvironment environment) {
		return this.articles.byId(comment.articleKey(), environment);
	}

	@BatchMapping
	Mono<Map<ModeratedComment, Comment>> comment(List<ModeratedComment> list) {
		return this.threads.byIds(keys(list))
			.map((found) -> Batched.values(list, (comment) -> found.get(comment.key())));
	}

	@BatchMapping
	Mono<Map<ModeratedComment, List<CommentReport>>> reports(List<ModeratedComment> list) {
		return this.reports.newest(keys(list))
			.map((found) -> Batched.values(list, (comment) -> found.getOrDefault(comment.key(), List.of())));
	}

	@BatchMapping
	Mono<Map<ModeratedComment, List<CommentReport.Count>>> reportCounts(List<ModeratedComment> list) {
		return this.reports.counts(keys(list))
			.map((found) -> Batched.values(list, (comment) -> found.getOrDefault(comment.key(), List.of())));
	}

	@BatchMapping
	Mono<Map<ModeratedComment, Long>> approvedBefore(List<ModeratedComment> list) {
		return this.comments
			.approved(list.stream().map(ModeratedComment::email).filter(Objects::nonNull).distinct().toList())
			.map((found) -> Batched.values(list, (comment) -> found.getOrDefault(lower(comment.email()), 0L)));
	}

	private static String lower(@Nullable String email) {
		return (email != null) ? email.toLowerCase(Locale.ROOT) : "";
	}

	private static List<Long> keys(List<ModeratedComment> list) {
		return list.stream().map(ModeratedComment::key).distinct().toList();
	}

}

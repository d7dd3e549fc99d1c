package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.failure.UserError;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class DecisionController {

	private final ModerationDesk desk;

	private final ModeratedComments comments;

	DecisionController(ModerationDesk desk, ModeratedComments comments) {
		this.desk = desk;
		this.comments = comments;
	}

	@MutationMapping
	Mono<ModerationPayload> approveComments(@Argument DecisionInput input, DataFetchingEnvironment environment) {
		return decide(input, Decision.APPROVE, environment);
	}

	@MutationMapping
	Mono<ModerationPayload> holdComments(@Argument DecisionInput input, DataFetchingEnvironment environment) {
		return decide(input, Decision.HOLD, environment);
	}

	@MutationMapping
	Mono<ModerationPayload> markCommentsAsSpam(@Argument DecisionInput input, DataFetchingEnvironment environment) {
		return decide(input, Decision.MARK_AS_SPAM, environment);
	}

	@MutationMapping
	Mono<ModerationPayload> trashComments(@Argument DecisionInput input, DataFetchingEnvironment environment) {
		return decide(input, Decision.TRASH, environment);
	}

	@MutationMapping
	Mono<ModerationPayload> restoreComments(@Argument DecisionInput input, DataFetchingEnvironment environment) {
		return decide(input, Decision.RESTORE, environment);
	}

	private Mono<ModerationPayload> decide(DecisionInput input, Decision decision,
			DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		List<Long> named = input.keys();
		List<Long> ids = named.stream().distinct().toList();
		boolean text = environment.getSelectionSet().containsAnyOf("comments/body", "comments/source");
		return (Boolean.TRUE.equals(input.withReplies()) ? this.desk.trashThreads(viewer, ids, input.mode())
				: this.desk.decide(viewer, ids, input.mode(), decision))
			.flatMap((refused) -> this.comments.byIds(ids, text)
				.collectList()
				.map((found) -> new ModerationPayload(found, errors(named, refused))));
	}

	private static List<UserError> errors(List<Long> named, Map<Long, RuntimeException> refused) {
		return refused.entrySet()
			.stream()
			.map((refusal) -> error(named.indexOf(refusal.getKey()), refusal.getValue()))
			.toList();
	}

	private static UserError error(int place, RuntimeException reason) {
		UserError error = UserError.of(reason);
		if (error == null) {
			throw reason;
		}
		return error.of(List.of("ids", Integer.toString(place)));
	}

}

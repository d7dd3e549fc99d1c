package id.warta.comment.setting;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CommentSettingsController {

	private final SiteCommentSettings settings;

	private final CommentRules rules;

	CommentSettingsController(SiteCommentSettings settings, CommentRules rules) {
		this.settings = settings;
		this.rules = rules;
	}

	@QueryMapping
	CommentSettings commentSettings(DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.settings.current();
	}

	@MutationMapping
	Mono<CommentSettingsPayload> editCommentSettings(@Argument EditCommentSettingsInput input,
			DataFetchingEnvironment environment) {
		return this.rules.edit(Viewer.of(environment), input).map(CommentSettingsPayload::new);
	}

	@MutationMapping
	Mono<ArticleCommenting> setCommenting(@Argument SetCommentingInput input, DataFetchingEnvironment environment) {
		return this.rules.set(Viewer.of(environment), input.articleId(), input.commenting());
	}

}

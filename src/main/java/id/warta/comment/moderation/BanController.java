package id.warta.comment.moderation;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class BanController {

	private final CommentBans bans;

	private final BanDesk desk;

	BanController(CommentBans bans, BanDesk desk) {
		this.bans = bans;
		this.desk = desk;
	}

	@QueryMapping
	Mono<Connection<CommentBan>> commentBans(@Argument @Nullable Boolean active, DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.bans.page(active, environment);
	}

	@MutationMapping
	Mono<BanPayload> banCommenter(@Argument BanCommenterInput input, DataFetchingEnvironment environment) {
		return this.desk.ban(Viewer.of(environment), input).map(BanPayload::new);
	}

	@MutationMapping
	Mono<BanPayload.Lifted> liftCommentBan(@Argument LiftCommentBanInput input, DataFetchingEnvironment environment) {
		return this.desk.lift(Viewer.of(environment), input.banId()).map(BanPayload.Lifted::of);
	}

}

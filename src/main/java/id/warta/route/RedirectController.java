package id.warta.route;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class RedirectController {

	private final Redirects redirects;

	private final RedirectNewsroom newsroom;

	RedirectController(Redirects redirects, RedirectNewsroom newsroom) {
		this.redirects = redirects;
		this.newsroom = newsroom;
	}

	@QueryMapping
	Mono<Connection<Redirect>> redirects(@Argument @Nullable String containing, DataFetchingEnvironment environment) {
		return this.redirects.list(Viewer.of(environment), containing, environment);
	}

	@MutationMapping
	Mono<RedirectPayload> createRedirect(@Argument CreateRedirectInput input, DataFetchingEnvironment environment) {
		return this.newsroom.create(Viewer.of(environment), input).map(RedirectPayload::new);
	}

	@MutationMapping
	Mono<RedirectPayload> editRedirect(@Argument EditRedirectInput input, DataFetchingEnvironment environment) {
		return this.newsroom.edit(Viewer.of(environment), input).map(RedirectPayload::new);
	}

	@MutationMapping
	Mono<DeleteRedirectPayload> deleteRedirect(@Argument DeleteRedirectInput input,
			DataFetchingEnvironment environment) {
		return this.newsroom.delete(Viewer.of(environment), input)
			.map((redirect) -> new DeleteRedirectPayload(new NodeId(Redirects.SUBJECT, redirect.id()).toString()));
	}

}

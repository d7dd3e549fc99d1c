package id.warta.comment.reaction;

import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import id.warta.comment.Comment;
import id.warta.comment.Threads;
import id.warta.comment.flood.FloodLimits;
import id.warta.platform.http.Reader;
import id.warta.platform.http.Visitor;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class LikeController {

	private final Likes likes;

	private final Threads threads;

	private final FloodLimits limits;

	LikeController(Likes likes, Threads threads, FloodLimits limits) {
		this.likes = likes;
		this.threads = threads;
		this.limits = limits;
	}

	@MutationMapping
	Mono<LikePayload> likeComment(@Argument LikeInput input, DataFetchingEnvironment environment) {
		return limited(this.likes.like(input.comment(), input.by()), environment).then(payload(input.comment(), true));
	}

	@MutationMapping
	Mono<LikePayload> unlikeComment(@Argument LikeInput input, DataFetchingEnvironment environment) {
		return limited(this.likes.unlike(input.comment(), input.by()), environment)
			.then(payload(input.comment(), false));
	}

	private Mono<Void> limited(Mono<Void> change, DataFetchingEnvironment environment) {
		return this.limits.reaction(Reader.of(environment).network()).then(change);
	}

	private Mono<LikePayload> payload(long comment, boolean liked) {
		return Mono.defer(() -> this.threads.byId(comment)).map((found) -> new LikePayload(found, liked));
	}

	@SchemaMapping
	CompletableFuture<Boolean> likedBy(Comment comment, @Argument String visitor, DataFetchingEnvironment environment) {
		return this.likes.likedBy(comment.id(), new Visitor(visitor), environment);
	}

}

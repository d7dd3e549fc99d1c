package id.warta.comment.moderation;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class PinController {

	private final Pins pins;

	private final ModeratedComments comments;

	PinController(Pins pins, ModeratedComments comments) {
		this.pins = pins;
		this.comments = comments;
	}

	@MutationMapping
	Mono<PinPayload> pinComment(@Argument PinInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.pins.pin(viewer, input.key()).then(payload(input, environment));
	}

	@MutationMapping
	Mono<PinPayload> unpinComment(@Argument PinInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.MODERATE_COMMENTS);
		return this.pins.unpin(viewer, input.key()).then(payload(input, environment));
	}

	private Mono<PinPayload> payload(PinInput input, DataFetchingEnvironment environment) {
		boolean text = environment.getSelectionSet().containsAnyOf("comment/body", "comment/source");
		return Mono.defer(() -> this.comments.byId(input.key(), text)).map(PinPayload::new);
	}

}

package id.warta.media;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaDeskController {

	private final MediaDesk desk;

	MediaDeskController(MediaDesk desk) {
		this.desk = desk;
	}

	@MutationMapping
	Mono<MediaPayload> registerMedia(@Argument RegisterMediaInput input, DataFetchingEnvironment environment) {
		return this.desk.register(Viewer.of(environment), input).map(MediaPayload::new);
	}

	@MutationMapping
	Mono<MediaPayload> editMedia(@Argument EditMediaInput input, DataFetchingEnvironment environment) {
		return this.desk.edit(Viewer.of(environment), input).map(MediaPayload::new);
	}

	@MutationMapping
	Mono<DeleteMediaPayload> deleteMedia(@Argument DeleteMediaInput input, DataFetchingEnvironment environment) {
		return this.desk.delete(Viewer.of(environment), input).map((media) -> new DeleteMediaPayload(input.id()));
	}

}

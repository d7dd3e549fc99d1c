package id.warta.tag;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class TagDeskController {

	private final TagDesk desk;

	TagDeskController(TagDesk desk) {
		this.desk = desk;
	}

	@MutationMapping
	Mono<TagPayload> createTag(@Argument CreateTagInput input, DataFetchingEnvironment environment) {
		return this.desk.create(Viewer.of(environment), input).map(TagPayload::new);
	}

	@MutationMapping
	Mono<TagPayload> editTag(@Argument EditTagInput input, DataFetchingEnvironment environment) {
		return this.desk.edit(Viewer.of(environment), input).map(TagPayload::new);
	}

	@MutationMapping
	Mono<TagPayload> mergeTags(@Argument MergeTagsInput input, DataFetchingEnvironment environment) {
		return this.desk.merge(Viewer.of(environment), input).map(TagPayload::new);
	}

	@MutationMapping
	Mono<DeleteTagPayload> deleteTag(@Argument DeleteTagInput input, DataFetchingEnvironment environment) {
		return this.desk.delete(Viewer.of(environment), input);
	}

}

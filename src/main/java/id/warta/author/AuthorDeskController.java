package id.warta.author;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuthorDeskController {

	private final AuthorDesk desk;

	AuthorDeskController(AuthorDesk desk) {
		this.desk = desk;
	}

	@MutationMapping
	Mono<AuthorPayload> createAuthor(@Argument CreateAuthorInput input, DataFetchingEnvironment environment) {
		return this.desk.create(Viewer.of(environment), input).map(AuthorPayload::new);
	}

	@MutationMapping
	Mono<AuthorPayload> editAuthor(@Argument EditAuthorInput input, DataFetchingEnvironment environment) {
		return this.desk.edit(Viewer.of(environment), input).map(AuthorPayload::new);
	}

	@MutationMapping
	Mono<AuthorPayload> mergeAuthors(@Argument MergeAuthorsInput input, DataFetchingEnvironment environment) {
		return this.desk.merge(Viewer.of(environment), input).map(AuthorPayload::new);
	}

	@MutationMapping
	Mono<DeleteAuthorPayload> deleteAuthor(@Argument DeleteAuthorInput input, DataFetchingEnvironment environment) {
		return this.desk.delete(Viewer.of(environment), input);
	}

}

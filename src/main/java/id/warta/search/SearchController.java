package id.warta.search;

import graphql.schema.DataFetchingEnvironment;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class SearchController {

	private final Searches searches;

	private final Suggesting suggesting;

	SearchController(Searches searches, Suggesting suggesting) {
		this.searches = searches;
		this.suggesting = suggesting;
	}

	@QueryMapping
	Mono<SearchConnection> search(DataFetchingEnvironment environment) {
		return this.searches.search(environment);
	}

	@QueryMapping
	Mono<Suggestions> suggest(@Argument String prefix, @Argument int first, DataFetchingEnvironment environment) {
		return this.suggesting.suggest(prefix, first, environment);
	}

}

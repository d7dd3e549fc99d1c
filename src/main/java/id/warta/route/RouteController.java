package id.warta.route;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.ArticleFields;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class RouteController {

	private final Router router;

	RouteController(Router router) {
		this.router = router;
	}

	@QueryMapping
	Mono<Route> route(@Argument String path, DataFetchingEnvironment environment) {
		return this.router.route(path, ArticleFields.selectedBelow("node", environment));
	}

}

package id.warta.placement;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PlacementController {

	private final Placements placements;

	PlacementController(Placements placements) {
		this.placements = placements;
	}

	@QueryMapping
	@Nullable Placement placement(@Argument String slug) {
		return this.placements.catalogue().bySlug(slug);
	}

	@SchemaMapping
	Mono<List<Article>> articles(Placement placement, DataFetchingEnvironment environment) {
		return this.placements.articles(placement, ArticleFields.selected(environment));
	}

}

package id.warta.site;

import java.util.Collection;
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
class SiteController {

	private final SiteSettings settings;

	private final Menus menus;

	private final Placements placements;

	private final Router router;

	SiteController(SiteSettings settings, Menus menus, Placements placements, Router router) {
		this.settings = settings;
		this.menus = menus;
		this.placements = placements;
		this.router = router;
	}

	@QueryMapping
	Site site() {
		return this.settings.current();
	}

	@SchemaMapping
	List<SocialProfile> socialProfiles(Site site, @Argument @Nullable String set) {
		return site.profiles().stream().filter((profile) -> set == null || profile.set().equals(set)).toList();
	}

	@QueryMapping
	@Nullable Menu menu(@Argument String slug) {
		return this.menus.bySlug().get(slug);
	}

	@QueryMapping
	Collection<Menu> menus() {
		return this.menus.bySlug().values();
	}

	@QueryMapping
	@Nullable Placement placement(@Argument String slug) {
		return this.placements.catalogue().bySlug(slug);
	}

	@SchemaMapping
	Mono<List<Article>> articles(Placement placement, DataFetchingEnvironment environment) {
		return this.placements.articles(placement, ArticleFields.selected(environment));
	}

	@QueryMapping
	Mono<Route> route(@Argument String path, DataFetchingEnvironment environment) {
		return this.router.route(path, environment);
	}

}

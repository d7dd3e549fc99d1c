package id.warta.menu;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MenuNewsroomController {

	private final NewsroomMenus menus;

	private final MenuNewsroom newsroom;

	MenuNewsroomController(NewsroomMenus menus, MenuNewsroom newsroom) {
		this.menus = menus;
		this.newsroom = newsroom;
	}

	@QueryMapping
	Flux<NewsroomMenu> newsroomMenus(DataFetchingEnvironment environment) {
		return this.menus.all(Viewer.of(environment));
	}

	@QueryMapping
	Mono<NewsroomMenu> newsroomMenu(@Argument String id, DataFetchingEnvironment environment) {
		return this.menus.byId(Viewer.of(environment), id);
	}

	@MutationMapping
	Mono<MenuPayload> createMenu(@Argument CreateMenuInput input, DataFetchingEnvironment environment) {
		return this.newsroom.create(Viewer.of(environment), input).map(MenuPayload::new);
	}

	@MutationMapping
	Mono<MenuPayload> editMenu(@Argument EditMenuInput input, DataFetchingEnvironment environment) {
		return this.newsroom.edit(Viewer.of(environment), input).map(MenuPayload::new);
	}

	@MutationMapping
	Mono<MenuPayload> setMenuItems(@Argument SetMenuItemsInput input, DataFetchingEnvironment environment) {
		return this.newsroom.setItems(Viewer.of(environment), input).map(MenuPayload::new);
	}

	@MutationMapping
	Mono<DeleteMenuPayload> deleteMenu(@Argument DeleteMenuInput input, DataFetchingEnvironment environment) {
		return this.newsroom.delete(Viewer.of(environment), input).map((menu) -> new DeleteMenuPayload(menu.id()));
	}

}

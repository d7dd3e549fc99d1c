package id.warta.menu;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MenuController {

	private final Menus menus;

	private final Targets targets;

	MenuController(Menus menus, Targets targets) {
		this.menus = menus;
		this.targets = targets;
	}

	@QueryMapping
	@Nullable Menu menu(@Argument String slug) {
		return this.menus.bySlug().get(slug);
	}

	@QueryMapping
	Collection<Menu> menus() {
		return this.menus.bySlug().values();
	}

	@BatchMapping
	Mono<Map<MenuItem, Node>> target(List<MenuItem> items) {
		return this.targets.of(items);
	}

}

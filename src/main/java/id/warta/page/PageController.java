package id.warta.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PageController {

	private final Pages pages;

	PageController(Pages pages) {
		this.pages = pages;
	}

	@QueryMapping
	@Nullable Page page(@Argument String slug) {
		return this.pages.bySlug(slug);
	}

	@BatchMapping
	Mono<Map<Page, String>> body(List<Page> pages) {
		return this.pages.bodies(pages.stream().map(Page::id).toList())
			.map((bodies) -> pages.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (page) -> bodies.getOrDefault(page.id(), ""))));
	}

	@SchemaMapping
	@Nullable Page parent(Page page) {
		return this.pages.tree().parent(page);
	}

	@SchemaMapping
	List<Page> children(Page page) {
		return this.pages.tree().children(page);
	}

}

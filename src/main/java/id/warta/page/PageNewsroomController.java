package id.warta.page;

import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class PageNewsroomController {

	private final NewsroomPages pages;

	private final PageNewsroom newsroom;

	PageNewsroomController(NewsroomPages pages, PageNewsroom newsroom) {
		this.pages = pages;
		this.newsroom = newsroom;
	}

	@QueryMapping
	Mono<NewsroomPage> newsroomPage(@Argument String id, DataFetchingEnvironment environment) {
		return this.pages.byId(Viewer.of(environment), id);
	}

	@QueryMapping
	Mono<Connection<NewsroomPage>> newsroomPages(@Argument @Nullable PageStatus status,
			DataFetchingEnvironment environment) {
		return this.pages.list(Viewer.of(environment), status, environment);
	}

	@BatchMapping
	Mono<Map<NewsroomPage, NewsroomPage>> parent(List<NewsroomPage> pages) {
		return this.pages.parents(pages);
	}

	@MutationMapping
	Mono<PagePayload> createPage(@Argument CreatePageInput input, DataFetchingEnvironment environment) {
		return this.newsroom.create(Viewer.of(environment), input).map(PagePayload::new);
	}

	@MutationMapping
	Mono<PagePayload> editPage(@Argument EditPageInput input, DataFetchingEnvironment environment) {
		return this.newsroom.edit(Viewer.of(environment), input).map(PagePayload::new);
	}

	@MutationMapping
	Mono<DeletePagePayload> deletePage(@Argument DeletePageInput input, DataFetchingEnvironment environment) {
		return this.newsroom.delete(Viewer.of(environment), input).map(NewsroomPage::id).map(DeletePagePayload::new);
	}

}

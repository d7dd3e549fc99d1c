package id.warta.liveblog;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveBlogDeskController {

	private final LiveBlogs blogs;

	private final LiveBlogLoader loader;

	LiveBlogDeskController(LiveBlogs blogs, LiveBlogLoader loader) {
		this.blogs = blogs;
		this.loader = loader;
	}

	@MutationMapping
	Mono<LiveBlogPayload> startLiveBlog(@Argument LiveBlogInput input, DataFetchingEnvironment environment) {
		return written(this.blogs.start(director(environment), input.article()), input.articleId(), environment);
	}

	@MutationMapping
	Mono<LiveBlogPayload> endLiveBlog(@Argument LiveBlogInput input, DataFetchingEnvironment environment) {
		return written(this.blogs.end(director(environment), input.article()), input.articleId(), environment);
	}

	@MutationMapping
	Mono<LiveBlogPayload> setLiveBlogSummary(@Argument SetLiveBlogSummaryInput input,
			DataFetchingEnvironment environment) {
		return written(this.blogs.setSummary(director(environment), input.article(), input.html()), input.articleId(),
				environment);
	}

	@MutationMapping
	Mono<EntryPayload> addLiveBlogEntry(@Argument AddLiveBlogEntryInput input, DataFetchingEnvironment environment) {
		return this.blogs.addEntry(writer(environment), input.article(), input.entry()).map(EntryPayload::new);
	}

	@MutationMapping
	Mono<EntryPayload> editLiveBlogEntry(@Argument EditLiveBlogEntryInput input, DataFetchingEnvironment environment) {
		return this.blogs.editEntry(writer(environment), input.entry(), input.revision(), input.edit())
			.map(EntryPayload::new);
	}

	@MutationMapping
	Mono<EntryPayload> pinLiveBlogEntry(@Argument EntryInput input, DataFetchingEnvironment environment) {
		return this.blogs.pinEntry(director(environment), input.entry()).map(EntryPayload::new);
	}

	@MutationMapping
	Mono<EntryPayload> unpinLiveBlogEntry(@Argument EntryInput input, DataFetchingEnvironment environment) {
		return this.blogs.unpinEntry(director(environment), input.entry()).map(EntryPayload::new);
	}

	@MutationMapping
	Mono<RemoveLiveBlogEntryPayload> removeLiveBlogEntry(@Argument EntryInput input,
			DataFetchingEnvironment environment) {
		return this.blogs.removeEntry(writer(environment), input.entry())
			.map((entry) -> new RemoveLiveBlogEntryPayload(input.entryId()));
	}

	/** Whoever may not is refused before what they send is looked at. */
	private static Viewer writer(DataFetchingEnvironment environment) {
		return Viewer.of(environment).require(Permission.WRITE_LIVE_BLOGS);
	}

	private static Viewer director(DataFetchingEnvironment environment) {
		return Viewer.of(environment).require(Permission.RUN_LIVE_BLOGS);
	}

	private Mono<LiveBlogPayload> written(Mono<Void> change, String articleId, DataFetchingEnvironment environment) {
		boolean highlights = environment.getSelectionSet().containsAnyOf("liveBlog/pinned", "liveBlog/keyEvents");
		return change
			.then(Mono
				.defer(() -> this.loader.written(new LiveBlogLoader.Key(LiveBlogInput.article(articleId), highlights))))
			.map(LiveBlogPayload::new);
	}

}

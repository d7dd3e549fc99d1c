package id.warta.newsroom;

import java.time.Instant;
import java.time.OffsetDateTime;

import graphql.schema.DataFetchingEnvironment;
import id.warta.breaking.BreakingNews;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class PublishingController {

	private final Newsroom newsroom;

	private final BreakingNews breakingNews;

	private final Payloads payloads;

	PublishingController(Newsroom newsroom, BreakingNews breakingNews, Payloads payloads) {
		this.newsroom = newsroom;
		this.breakingNews = breakingNews;
		this.payloads = payloads;
	}

	@MutationMapping
	Mono<ArticlePayload> submitArticle(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.submit(viewer, id), environment);
	}

	record ReturnInput(String id, @Nullable String note) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> returnArticle(@Argument ReturnInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.sendBack(viewer, id, input.note()), environment);
	}

	@MutationMapping
	Mono<ArticlePayload> publishArticle(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.publish(viewer, id), environment);
	}

	record ScheduleInput(String id, OffsetDateTime at) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> scheduleArticle(@Argument ScheduleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.schedule(viewer, id, input.at().toInstant()), environment);
	}

	@MutationMapping
	Mono<ArticlePayload> unscheduleArticle(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.unschedule(viewer, id), environment);
	}

	record EmbargoInput(String id, @Nullable OffsetDateTime until) implements OfArticle {

		@Nullable Instant end() {
			return (this.until != null) ? this.until.toInstant() : null;
		}

	}

	@MutationMapping
	Mono<ArticlePayload> setEmbargo(@Argument EmbargoInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.setEmbargo(viewer, id, input.end()), environment);
	}

	record WithdrawInput(String id, @Nullable String reason) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> withdrawArticle(@Argument WithdrawInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.newsroom.withdraw(viewer, id, input.reason()), environment);
	}

	record BreakingInput(String id, OffsetDateTime until) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> markBreaking(@Argument BreakingInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.breakingNews.start(viewer, id, input.until().toInstant()), environment);
	}

	@MutationMapping
	Mono<ArticlePayload> endBreaking(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.breakingNews.end(viewer, id), environment);
	}

}

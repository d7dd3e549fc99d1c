package id.warta.newsroom;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.failure.UserError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class WritingController {

	private final Creation creation;

	private final Drafts drafts;

	private final Translations translations;

	private final Payloads payloads;

	WritingController(Creation creation, Drafts drafts, Translations translations, Payloads payloads) {
		this.creation = creation;
		this.drafts = drafts;
		this.translations = translations;
		this.payloads = payloads;
	}

	record CreateInput(ArticleContentInput content, @Nullable String idempotencyKey) {

	}

	@MutationMapping
	Mono<ArticlePayload> createArticle(@Argument CreateInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		return this.creation.create(viewer, input.content().edit(), input.idempotencyKey())
			.flatMap((id) -> this.payloads.of(id, Mono.just(id), environment));
	}

	record EditInput(String id, int revision, ArticleContentInput content) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> editArticle(@Argument EditInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.drafts.update(viewer, id, input.revision(), input.content().edit()),
				environment);
	}

	record CorrectInput(String id, int revision, String note,
			@Nullable ArticleContentInput content) implements OfArticle {

		ArticleEdit edit() {
			return (this.content != null) ? this.content.edit() : ArticleEdit.NONE;
		}

	}

	@MutationMapping
	Mono<ArticlePayload> correctArticle(@Argument CorrectInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.drafts.correct(viewer, id, input.revision(), input.note(), input.edit()),
				environment);
	}

	record RestoreInput(String id, int revision, int restore) implements OfArticle {

	}

	@MutationMapping
	Mono<ArticlePayload> restoreRevision(@Argument RestoreInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.drafts.restore(viewer, id, input.revision(), input.restore()), environment);
	}

	record DeletePayload(String deletedId) {

		public List<UserError> errors() {
			return List.of();
		}

	}

	@MutationMapping
	Mono<DeletePayload> deleteDraft(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.WRITE_ARTICLES);
		return this.drafts.delete(viewer, input.article())
			.switchIfEmpty(Mono.error(() -> Payloads.notFound("id")))
			.map((deleted) -> new DeletePayload(input.id()));
	}

	record LinkInput(String id, String translationOfId) implements OfArticle {

		long other() {
			return NewsroomArticle.parse(this.translationOfId, "translationOfId");
		}

	}

	@MutationMapping
	Mono<ArticlePayload> linkTranslation(@Argument LinkInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.translations.link(viewer, id, input.other()), environment);
	}

	@MutationMapping
	Mono<ArticlePayload> unlinkTranslation(@Argument ArticleInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		long id = input.article();
		return this.payloads.of(id, this.translations.unlink(viewer, id), environment);
	}

}

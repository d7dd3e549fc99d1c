package id.warta.newsroom;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

import id.warta.article.ArticleType;
import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What a mutation says of an article's content; what it omits stays as it is.
 */
record ArticleContentInput(ArgumentValue<String> title, ArgumentValue<String> subtitle, ArgumentValue<String> excerpt,
		ArgumentValue<String> body, ArgumentValue<String> slug, ArgumentValue<ArticleType> type,
		ArgumentValue<Locale> language, ArgumentValue<String> sponsor, ArgumentValue<Boolean> featured,
		ArgumentValue<String> leadMediaId, ArgumentValue<String> leadCaption,
		ArgumentValue<List<ContributionInput>> contributions, ArgumentValue<List<String>> categoryIds,
		ArgumentValue<List<String>> tagIds) {

	private static final int MAX_LIST = 50;

	/**
	 * Somebody's part in an article.
	 *
	 * @param authorId the author's global id
	 * @param role what they did
	 */
	record ContributionInput(String authorId, ContributorRole role) {

		Contribution contribution() {
			return new Contribution(NodeId.parse(this.authorId, "Author", ArticleEdit.CONTENT + "contributions"),
					this.role);
		}

	}

	/**
	 * What it makes of an article.
	 */
	ArticleEdit edit() {
		ArticleEdit edit = with(ArticleEdit.NONE, this.title, ArticleEdit::withTitle);
		edit = with(edit, this.subtitle, ArticleEdit::withSubtitle);
		edit = with(edit, this.excerpt, ArticleEdit::withExcerpt);
		edit = with(edit, this.body, ArticleEdit::withBody);
		edit = with(edit, this.slug, ArticleEdit::withSlug);
		edit = with(edit, this.type, ArticleEdit::withType);
		edit = with(edit, this.language, ArticleEdit::withLanguage);
		edit = with(edit, this.sponsor, ArticleEdit::withSponsor);
		edit = with(edit, this.featured, ArticleEdit::withFeatured);
		edit = with(edit, this.leadMediaId, ArticleContentInput::withLeadMedia);
		edit = with(edit, this.leadCaption, ArticleEdit::withLeadCaption);
		edit = with(edit, this.contributions, ArticleContentInput::withContributions);
		edit = with(edit, this.categoryIds, (to, ids) -> to.withCategories(ids(ids, "Category", "categoryIds")));
		return with(edit, this.tagIds, (to, ids) -> to.withTags(ids(ids, "Tag", "tagIds")));
	}

	private static <T> ArticleEdit with(ArticleEdit edit, ArgumentValue<T> value,
			BiFunction<ArticleEdit, @Nullable T, ArticleEdit> with) {
		return value.isOmitted() ? edit : with.apply(edit, value.value());
	}

	private static ArticleEdit withLeadMedia(ArticleEdit edit, @Nullable String id) {
		return edit.withLeadMedia(
				(id != null) ? Long.valueOf(NodeId.parse(id, "Media", ArticleEdit.CONTENT + "leadMediaId")) : null);
	}

	private static ArticleEdit withContributions(ArticleEdit edit, @Nullable List<ContributionInput> contributions) {
		requireFew(contributions, "contributions");
		return edit.withContributions(
				(contributions != null) ? contributions.stream().map(ContributionInput::contribution).toList() : null);
	}

	private static void requireFew(@Nullable List<?> list, String field) {
		if (list != null && list.size() > MAX_LIST) {
			throw InvalidInputException.badArgument(ArticleEdit.CONTENT + field,
					"'" + field + "' has more than " + MAX_LIST);
		}
	}

	private static @Nullable List<Long> ids(@Nullable List<String> ids, String type, String field) {
		requireFew(ids, field);
		return (ids != null) ? ids.stream().map((id) -> NodeId.parse(id, type, ArticleEdit.CONTENT + field)).toList()
				: null;
	}

}

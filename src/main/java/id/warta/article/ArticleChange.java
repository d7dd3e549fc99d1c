package id.warta.article;

import java.util.List;
import java.util.Objects;

import id.warta.eventlog.Event;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the log says about an article.
 *
 * @param articleId which article
 * @param revision its revision when it happened; null if the event doesn't say
 * @param breaking whether it was breaking news just before or after
 * @param reason why, if the newsroom says so
 * @param categoryIds what it was filed under just before or after, itself, not below
 * @param tagIds how it was tagged just before or after
 * @param authorIds who had a part in it just before or after
 */
public record ArticleChange(long articleId, @Nullable Integer revision, boolean breaking, @Nullable String reason,
		List<Long> categoryIds, List<Long> tagIds, List<Long> authorIds) {

	/**
	 * Reads an event whose subject is an article. Lists that it doesn't have are empty:
	 * older events have none.
	 */
	public static ArticleChange of(Event event) {
		return new ArticleChange(Objects.requireNonNull(event.subjectId()),
				(event.payload().get("revision") instanceof Number revision) ? revision.intValue() : null,
				isBreaking(event), (event.payload().get(ArticleEvents.REASON) instanceof String reason) ? reason : null,
				ids(event, ArticleRelation.CATEGORIES), ids(event, ArticleRelation.TAGS),
				ids(event, ArticleRelation.AUTHORS));
	}

	/**
	 * Whether an event says that its article was breaking news just before or after.
	 */
	public static boolean isBreaking(Event event) {
		return Boolean.TRUE.equals(event.payload().get(ArticleEvents.BREAKING));
	}

	private static List<Long> ids(Event event, ArticleRelation relation) {
		return (event.payload().get(relation.key()) instanceof List<?> ids)
				? ids.stream().map((id) -> ((Number) id).longValue()).toList() : List.of();
	}

}

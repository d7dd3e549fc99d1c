package id.warta.article;

import java.time.Instant;
import java.util.List;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * An article that readers may see.
 *
 * @param id its id
 * @param slug the last part of its address
 * @param type what kind of piece it is
 * @param title the headline
 * @param subtitle the line below the headline
 * @param excerpt a summary for lists
 * @param body sanitised HTML; null unless it was selected
 * @param plainText the body without markup; null unless it was selected
 * @param wordCount how many words the text has
 * @param readingMinutes how long it takes to read
 * @param language a BCP 47 tag
 * @param sponsor whose money it was made with, if it is sponsored
 * @param featured whether editors recommend it
 * @param breakingUntil when it ceases to be breaking news; null if it is none
 * @param firstPublishedAt when readers could first see it
 * @param publishedAt the date that it carries
 * @param updatedAt when it was last changed
 * @param revision grows by one with every edit
 * @param leadMediaId the medium above the text
 * @param leadCaption that medium's caption in this article, instead of its own
 * @param contributions who made it, in the byline's order
 * @param categoryIds the primary category first
 * @param tagIds its tags in order
 * @param corrections what was put right, the oldest first; null unless they were selected
 */
public record Article(long id, String slug, ArticleType type, String title, @Nullable String subtitle,
		@Nullable String excerpt, @Nullable String body, @Nullable String plainText, int wordCount, int readingMinutes,
		String language, @Nullable String sponsor, boolean featured, @Nullable Instant breakingUntil,
		Instant firstPublishedAt, Instant publishedAt, Instant updatedAt, int revision, @Nullable Long leadMediaId,
		@Nullable String leadCaption, List<Contribution> contributions, List<Long> categoryIds, List<Long> tagIds,
		@Nullable List<Correction> corrections) implements Node {

	/**
	 * The category that it is mainly filed under.
	 */
	public @Nullable Long primaryCategoryId() {
		return this.categoryIds.isEmpty() ? null : this.categoryIds.get(0);
	}

}

package id.warta.article;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of an article; what is null stays as it is.
 *
 * @param title the headline, as plain text; not blank
 * @param subtitle the line below the headline, as plain text; blank for none
 * @param excerpt a summary for lists, as plain text; blank for none
 * @param body the HTML, which need not be sanitised
 * @param contributions who made it, in the byline's order
 * @param categoryIds the primary category first
 * @param tagIds its tags in order
 */
public record ArticleEdit(@Nullable String title, @Nullable String subtitle, @Nullable String excerpt,
		@Nullable String body, @Nullable List<Contribution> contributions, @Nullable List<Long> categoryIds,
		@Nullable List<Long> tagIds) {

	/** Changes nothing. */
	public static final ArticleEdit NONE = new ArticleEdit(null, null, null, null, null, null, null);

	/**
	 * Takes the lists over without what they hold twice.
	 * @throws InvalidInputException if the title is blank
	 */
	public ArticleEdit {
		if (title != null && title.isBlank()) {
			throw InvalidInputException.badArgument("title", "'title' must not be blank");
		}
		contributions = distinct(contributions);
		categoryIds = distinct(categoryIds);
		tagIds = distinct(tagIds);
	}

	private static <T> @Nullable List<T> distinct(@Nullable List<T> list) {
		return (list != null) ? list.stream().distinct().toList() : null;
	}

	boolean isEmpty() {
		return Stream
			.of(this.title, this.subtitle, this.excerpt, this.body, this.contributions, this.categoryIds, this.tagIds)
			.allMatch(Objects::isNull);
	}

}

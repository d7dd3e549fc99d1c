package id.warta.newsroom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.warta.article.ArticleType;
import id.warta.article.Contribution;
import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of an article; what it doesn't name stays as it is. Texts are
 * checked and, where they are one line, made one line.
 *
 * @param columns the columns of the table {@code article} that change, the body as it
 * came
 * @param contributions who made it, in the byline's order; null if that stays
 * @param categoryIds the primary category first; null if they stay
 * @param tagIds its tags in order; null if they stay
 */
public record ArticleEdit(Map<String, @Nullable Object> columns, @Nullable List<Contribution> contributions,
		@Nullable List<Long> categoryIds, @Nullable List<Long> tagIds) {

	/** Changes nothing. */
	public static final ArticleEdit NONE = new ArticleEdit(Map.of(), null, null, null);

	static final String SLUG = "slug";

	static final String TITLE = "title";

	static final String TYPE = "type";

	static final String SPONSOR = "sponsor";

	static final String BODY = "body";

	static final String LANGUAGE = "language";

	static final String LEAD_MEDIA = "lead_media_id";

	/** What errors call the place of what an edit holds. */
	static final String CONTENT = "content.";

	private static final int MAX_TITLE = 300;

	private static final int MAX_SUBTITLE = 500;

	private static final int MAX_TEXT = 2000;

	private static final int MAX_BODY = 500_000;

	/** What RFC 5646, section 4.4.1, says is enough for any. */
	private static final int MAX_LANGUAGE = 35;

	private static final int MAX_SPONSOR = 200;

	/**
	 * Takes the lists over without what they hold twice.
	 */
	public ArticleEdit {
		columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
		contributions = distinct(contributions);
		categoryIds = distinct(categoryIds);
		tagIds = distinct(tagIds);
	}

	private static <T> @Nullable List<T> distinct(@Nullable List<T> list) {
		return (list != null) ? list.stream().distinct().toList() : null;
	}

	/**
	 * The headline, as plain text.
	 */
	public ArticleEdit withTitle(@Nullable String title) {
		return with(TITLE, required(TITLE, line(TITLE, title, MAX_TITLE)));
	}

	/**
	 * The line below the headline, as plain text; null or blank for none.
	 */
	public ArticleEdit withSubtitle(@Nullable String subtitle) {
		return with("subtitle", line("subtitle", subtitle, MAX_SUBTITLE));
	}

	/**
	 * A summary for lists, as plain text; null or blank for none.
	 */
	public ArticleEdit withExcerpt(@Nullable String excerpt) {
		return with("excerpt", line("excerpt", excerpt, MAX_TEXT));
	}

	/**
	 * The HTML, which need not be sanitised; null or blank for none.
	 */
	public ArticleEdit withBody(@Nullable String body) {
		String html = InputText.optional(body, MAX_BODY, CONTENT + BODY);
		return with(BODY, (html != null) ? html : "");
	}

	/**
	 * The last part of the article's address.
	 */
	public ArticleEdit withSlug(@Nullable String slug) {
		return with(SLUG, Slugs.checked(required(SLUG, slug), CONTENT + SLUG));
	}

	/**
	 * What kind of piece it is.
	 */
	public ArticleEdit withType(@Nullable ArticleType type) {
		return with(TYPE, required(TYPE, type).name());
	}

	/**
	 * The language that it is written in.
	 */
	public ArticleEdit withLanguage(@Nullable Locale language) {
		String tag = required(LANGUAGE, language).toLanguageTag();
		if (tag.equals("und") || tag.length() > MAX_LANGUAGE) {
			throw bad(LANGUAGE, "must be a language tag of at most " + MAX_LANGUAGE + " characters");
		}
		return with(LANGUAGE, tag);
	}

	/**
	 * Whose money it is made with, if it is sponsored; null or blank for nobody's.
	 */
	public ArticleEdit withSponsor(@Nullable String sponsor) {
		return with(SPONSOR, line(SPONSOR, sponsor, MAX_SPONSOR));
	}

	/**
	 * Whether editors recommend it.
	 */
	public ArticleEdit withFeatured(@Nullable Boolean featured) {
		return with("featured", required("featured", featured));
	}

	/**
	 * The medium above the text; null for none.
	 */
	public ArticleEdit withLeadMedia(@Nullable Long media) {
		return with(LEAD_MEDIA, media);
	}

	/**
	 * That medium's caption in this article; null or blank for its own.
	 */
	public ArticleEdit withLeadCaption(@Nullable String caption) {
		return with("lead_caption", line("leadCaption", caption, MAX_TEXT));
	}

	/**
	 * Who made it, in the byline's order.
	 */
	public ArticleEdit withContributions(@Nullable List<Contribution> list) {
		return new ArticleEdit(this.columns, (list != null) ? list : List.of(), this.categoryIds, this.tagIds);
	}

	/**
	 * What it is filed under, the primary category first.
	 */
	public ArticleEdit withCategories(@Nullable List<Long> list) {
		return new ArticleEdit(this.columns, this.contributions, (list != null) ? list : List.of(), this.tagIds);
	}

	/**
	 * Its tags in order.
	 */
	public ArticleEdit withTags(@Nullable List<Long> list) {
		return new ArticleEdit(this.columns, this.contributions, this.categoryIds, (list != null) ? list : List.of());
	}

	private ArticleEdit with(String column, @Nullable Object value) {
		Map<String, @Nullable Object> more = new LinkedHashMap<>(this.columns);
		more.put(column, value);
		return new ArticleEdit(more, this.contributions, this.categoryIds, this.tagIds);
	}

	private static <T> T required(String name, @Nullable T value) {
		if (value == null) {
			throw bad(name, "must not be blank");
		}
		return value;
	}

	private static @Nullable String line(String name, @Nullable String text, int longest) {
		return InputText.optionalLine(text, longest, CONTENT + name);
	}

	private static InvalidInputException bad(String name, String what) {
		return InvalidInputException.badArgument(CONTENT + name, "'" + name + "' " + what);
	}

	/**
	 * What it makes of a text column; null if it clears it or leaves it alone.
	 */
	@Nullable String text(String column) {
		return (this.columns.get(column) instanceof String text) ? text : null;
	}

	boolean isEmpty() {
		return this.columns.isEmpty() && this.contributions == null && this.categoryIds == null && this.tagIds == null;
	}

}

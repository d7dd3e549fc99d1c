package id.warta.newsroom;

import java.time.Instant;
import java.util.List;

import id.warta.article.ArticleStatus;
import id.warta.article.ArticleType;
import id.warta.article.Contribution;
import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * An article as those see it who work on it, whatever its status.
 *
 * @param articleId its id
 * @param slug the last part of its address
 * @param status how far it has come
 * @param type what kind of piece it is
 * @param title the headline
 * @param subtitle the line below the headline
 * @param excerpt a summary for lists
 * @param body sanitised HTML; null unless it was selected
 * @param language a BCP 47 tag
 * @param sponsor whose money it is made with
 * @param featured whether editors recommend it
 * @param leadMediaId the medium above the text
 * @param leadCaption that medium's caption in this article
 * @param ownerName who of the staff began it; null if nobody did, or they are gone
 * @param createdAt when it was begun
 * @param updatedAt when it was last edited
 * @param firstPublishedAt when readers could first see it
 * @param publishedAt when it was published, or is due to be
 * @param embargoUntil until when it is hidden whatever its status
 * @param breakingUntil when it ceases to be breaking news
 * @param withdrawalReason why it was withdrawn, if readers are told
 * @param visible whether readers see it
 * @param revision grows by one with every edit
 * @param contributions who made it, in the byline's order
 * @param categoryIds the primary category first
 * @param tagIds its tags in order
 * @param translationGroupId what it shares with its translations
 */
record NewsroomArticle(long articleId, String slug, ArticleStatus status, ArticleType type, String title,
		@Nullable String subtitle, @Nullable String excerpt, @Nullable String body, String language,
		@Nullable String sponsor, boolean featured, @Nullable Long leadMediaId, @Nullable String leadCaption,
		@Nullable String ownerName, Instant createdAt, Instant updatedAt, @Nullable Instant firstPublishedAt,
		@Nullable Instant publishedAt, @Nullable Instant embargoUntil, @Nullable Instant breakingUntil,
		@Nullable String withdrawalReason, boolean visible, int revision, List<Contribution> contributions,
		List<Long> categoryIds, List<Long> tagIds, @Nullable Long translationGroupId) {

	private static final String TYPE = "Article";

	/** What to select of the table {@code article a}, but for the body. */
	static final String COLUMNS = """
			a.id, a.slug, a.status, a.type, a.title, a.subtitle, a.excerpt, a.language, a.sponsor, a.featured,
			a.lead_media_id, a.lead_caption, a.created_at, a.updated_at, a.first_published_at, a.published_at,
			a.embargo_until, a.breaking_until, a.withdrawal_reason, a.visible, a.revision, a.translation_group_id,
			(select s.name from staff s where s.id = a.owner_id) as owner_name,
			array(select w.author_id from article_author w where w.article_id = a.id order by w.position) as author_ids,
			array(select w.role from article_author w where w.article_id = a.id order by w.position) as author_roles,
			array(select c.category_id from article_category c where c.article_id = a.id order by c.position)
			    as category_ids,
			array(select t.tag_id from article_tag t where t.article_id = a.id order by t.position) as tag_ids""";

	public String id() {
		return new NodeId(TYPE, this.articleId).toString();
	}

	/**
	 * Reads the global id of an article.
	 */
	static long parse(String id, String argument) {
		return NodeId.parse(id, TYPE, argument);
	}

	static NewsroomArticle of(Readable row, boolean body) {
		return new NewsroomArticle(Rows.required(row, "id", Long.class), Rows.required(row, "slug", String.class),
				ArticleStatus.valueOf(Rows.required(row, "status", String.class)),
				ArticleType.valueOf(Rows.required(row, "type", String.class)),
				Rows.required(row, "title", String.class), row.get("subtitle", String.class),
				row.get("excerpt", String.class), body ? row.get("body", String.class) : null,
				Rows.required(row, "language", String.class), row.get("sponsor", String.class),
				Rows.required(row, "featured", Boolean.class), row.get("lead_media_id", Long.class),
				row.get("lead_caption", String.class), row.get("owner_name", String.class),
				Rows.required(row, "created_at", Instant.class), Rows.required(row, "updated_at", Instant.class),
				row.get("first_published_at", Instant.class), row.get("published_at", Instant.class),
				row.get("embargo_until", Instant.class), row.get("breaking_until", Instant.class),
				row.get("withdrawal_reason", String.class), Rows.required(row, "visible", Boolean.class),
				Rows.required(row, "revision", Integer.class), contributions(row),
				List.of(Rows.required(row, "category_ids", Long[].class)),
				List.of(Rows.required(row, "tag_ids", Long[].class)), row.get("translation_group_id", Long.class));
	}

	private static List<Contribution> contributions(Readable row) {
		return Contribution.list(Rows.required(row, "author_ids", Long[].class),
				Rows.required(row, "author_roles", String[].class));
	}

}

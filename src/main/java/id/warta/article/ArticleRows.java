package id.warta.article;

import java.time.Instant;
import java.util.List;

import id.warta.platform.Rows;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * An article's columns, and how they become an {@link Article}.
 */
@Component
class ArticleRows {

	private static final String CARD = """
			a.id, a.slug, a.type, a.title, a.subtitle, a.excerpt, a.word_count, a.reading_minutes, a.language, a.sponsor,
			a.featured, a.breaking_until, a.first_published_at, a.published_at, a.updated_at, a.revision,
			a.lead_media_id, a.lead_caption,
			array(select w.author_id from article_author w where w.article_id = a.id order by w.position) as author_ids,
			array(select w.role from article_author w where w.article_id = a.id order by w.position) as author_roles,
			array(select c.category_id from article_category c where c.article_id = a.id order by c.position)
			    as category_ids,
			array(select t.tag_id from article_tag t where t.article_id = a.id order by t.position) as tag_ids""";

	private static final String CORRECTIONS = """
			(select coalesce(jsonb_agg(jsonb_build_object('note', n.note, 'correctedAt', n.corrected_at)
			    order by n.corrected_at, n.id), '[]') from article_correction n where n.article_id = a.id) as corrections""";

	private final JsonMapper json;

	ArticleRows(JsonMapper json) {
		this.json = json;
	}

	/**
	 * What to select of the table {@code article a}.
	 */
	String columns(ArticleFields fields) {
		StringBuilder columns = new StringBuilder(CARD);
		if (fields.body()) {
			columns.append(", a.body");
		}
		if (fields.plainText()) {
			columns.append(", a.plain_text");
		}
		if (fields.corrections()) {
			columns.append(", ").append(CORRECTIONS);
		}
		return columns.toString();
	}

	Article map(Readable row, ArticleFields fields) {
		return new Article(Rows.required(row, "id", Long.class), Rows.required(row, "slug", String.class),
				ArticleType.valueOf(Rows.required(row, "type", String.class)),
				Rows.required(row, "title", String.class), row.get("subtitle", String.class),
				row.get("excerpt", String.class), fields.body() ? row.get("body", String.class) : null,
				fields.plainText() ? row.get("plain_text", String.class) : null,
				Rows.required(row, "word_count", Integer.class), Rows.required(row, "reading_minutes", Integer.class),
				Rows.required(row, "language", String.class), row.get("sponsor", String.class),
				Rows.required(row, "featured", Boolean.class), row.get("breaking_until", Instant.class),
				Rows.required(row, "first_published_at", Instant.class),
				Rows.required(row, "published_at", Instant.class), Rows.required(row, "updated_at", Instant.class),
				Rows.required(row, "revision", Integer.class), row.get("lead_media_id", Long.class),
				row.get("lead_caption", String.class),
				Contribution.list(Rows.required(row, "author_ids", Long[].class),
						Rows.required(row, "author_roles", String[].class)),
				List.of(Rows.required(row, "category_ids", Long[].class)),
				List.of(Rows.required(row, "tag_ids", Long[].class)), fields.corrections() ? corrections(row) : null);
	}

	private @Nullable List<Correction> corrections(Readable row) {
		return this.json.readValue(Rows.required(row, "corrections", Json.class).asString(), new TypeReference<>() {
		});
	}

}

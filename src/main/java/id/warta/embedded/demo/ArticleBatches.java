package id.warta.embedded.demo;

import java.time.Instant;
import java.util.List;

import id.warta.article.ArticleText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the articles.
 */
final class ArticleBatches {

	private static final String ARTICLES = """
			insert into article (slug, type, status, title, subtitle, excerpt, body, plain_text, word_count,
				reading_minutes, lead_media_id, lead_caption, sponsor, featured, breaking_until, embargo_until,
				first_published_at, published_at, created_at, updated_at, revision)
			select slug, type, status, r.title, subtitle, excerpt, body, plain_text, word_count, reading_minutes, m.id,
				lead_caption, sponsor, featured, breaking_until, embargo_until, first_published_at, published_at,
				r.created_at, updated_at, revision
			from jsonb_to_recordset(:rows) as r(slug text, type text, status text, title text, subtitle text,
				excerpt text, body text, plain_text text, word_count integer, reading_minutes integer, lead_media text,
				lead_caption text, sponsor text, featured boolean, breaking_until timestamptz,
				embargo_until timestamptz, first_published_at timestamptz, published_at timestamptz,
				created_at timestamptz, updated_at timestamptz, revision integer)
			left join media m on m.url = r.lead_media
			order by created_at, slug""";

	private ArticleBatches() {
	}

	static Batch of(List<DatedArticle> articles) {
		return new Batch(ARTICLES, articles.stream().map(ArticleBatches::row).toList());
	}

	private static ArticleRow row(DatedArticle article) {
		ArticleEntry entry = article.entry();
		ArticleText text = article.text();
		return new ArticleRow(entry.slug(), entry.type(), entry.status(), entry.title(), entry.subtitle(),
				article.excerpt(), text.body(), text.plainText(), text.wordCount(), text.readingMinutes(),
				PictureEntries.url(entry.picture()), entry.caption(), entry.sponsor(), entry.featured(),
				article.ahead(entry.breakingForHours()), article.ahead(entry.embargoHoursAhead()),
				article.firstPublishedAt(), article.publishedAt(), article.writtenAt(), article.updatedAt(),
				1 + entry.corrections().size());
	}

	private record ArticleRow(String slug, String type, String status, String title, @Nullable String subtitle,
			String excerpt, String body, String plainText, int wordCount, int readingMinutes, String leadMedia,
			@Nullable String leadCaption, @Nullable String sponsor, boolean featured, @Nullable Instant breakingUntil,
			@Nullable Instant embargoUntil, @Nullable Instant firstPublishedAt, @Nullable Instant publishedAt,
			Instant createdAt, Instant updatedAt, int revision) {

	}

}

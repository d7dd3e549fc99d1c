package id.warta.embedded.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import id.warta.embedded.demo.ArticleEntry.LiveBlogEntryText;
import id.warta.embedded.demo.ArticleEntry.LiveBlogText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the live blogs.
 */
final class LiveBlogBatches {

	private static final String BLOGS = """
			insert into live_blog (article_id, summary, started_at)
			select a.id, r.summary, r.started_at
			from jsonb_to_recordset(:rows) as r(article text, summary text, started_at timestamptz)
			join article a on a.slug = r.article""";

	private static final String ENTRIES = """
			insert into live_blog_entry (article_id, title, body, author_id, key_event, pinned_at, created_at)
			select a.id, r.title, r.body, w.id, r.key_event, r.pinned_at, r.created_at
			from jsonb_to_recordset(:rows) as r(article text, title text, body text, author text, key_event boolean,
				pinned_at timestamptz, created_at timestamptz)
			join article a on a.slug = r.article left join author w on w.slug = r.author
			order by r.created_at""";

	private LiveBlogBatches() {
	}

	static List<Batch> of(List<DatedArticle> articles) {
		return List.of(new Batch(BLOGS, articles.stream().flatMap(LiveBlogBatches::blog).toList()),
				new Batch(ENTRIES, articles.stream().flatMap(LiveBlogBatches::entries).toList()));
	}

	private static Stream<BlogRow> blog(DatedArticle article) {
		LiveBlogText blog = article.entry().liveBlog();
		return (blog != null) ? Stream.of(new BlogRow(article.slug(), blog.summary().strip(), article.time()))
				: Stream.empty();
	}

	private static Stream<EntryRow> entries(DatedArticle article) {
		LiveBlogText blog = article.entry().liveBlog();
		return (blog != null) ? blog.entries().stream().map((entry) -> row(article, entry)) : Stream.empty();
	}

	private static EntryRow row(DatedArticle article, LiveBlogEntryText entry) {
		Instant time = article.after(entry.after());
		return new EntryRow(article.slug(), entry.title(), entry.text().strip(), entry.by(), entry.key(),
				entry.pinned() ? time : null, time);
	}

	private record BlogRow(String article, String summary, Instant startedAt) {
	}

	private record EntryRow(String article, @Nullable String title, String body, @Nullable String author,
			boolean keyEvent, @Nullable Instant pinnedAt, Instant createdAt) {
	}

}

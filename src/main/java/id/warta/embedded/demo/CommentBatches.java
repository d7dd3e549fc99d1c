package id.warta.embedded.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import id.warta.embedded.demo.ArticleEntry.CommentEntry;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes the comments, threads in one go.
 */
final class CommentBatches {

	private static final String COMMENTS = """
			with r as (
				select *, nextval(pg_get_serial_sequence('comment', 'id')) as id
				from jsonb_to_recordset(:rows) as r(number integer, parent integer, depth integer, article text,
					status text, author_name text, body text, created_at timestamptz))
			insert into comment (id, article_id, parent_id, depth, status, author_name, body, created_at)
			select r.id, a.id, p.id, r.depth, r.status, r.author_name, r.body, r.created_at
			from r join article a on a.slug = r.article left join r p on p.number = r.parent""";

	private CommentBatches() {
	}

	static Batch of(List<DatedArticle> articles) {
		List<CommentRow> rows = new ArrayList<>();
		articles.forEach((article) -> add(article, null, 0, article.entry().comments(), rows));
		return new Batch(COMMENTS, rows);
	}

	private static void add(DatedArticle article, @Nullable Integer parent, int depth, List<CommentEntry> comments,
			List<CommentRow> rows) {
		for (CommentEntry comment : comments) {
			int number = rows.size();
			rows.add(new CommentRow(number, parent, depth, article.slug(), comment.pending() ? "PENDING" : "APPROVED",
					comment.by(), new Element("p").text(comment.text()).outerHtml(), article.after(comment.after())));
			add(article, number, depth + 1, comment.replies(), rows);
		}
	}

	/** Numbered over all articles. */
	private record CommentRow(int number, @Nullable Integer parent, int depth, String article, String status,
			String authorName, String body, Instant createdAt) {

	}

}

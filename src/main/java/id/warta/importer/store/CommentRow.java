package id.warta.importer.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment on an article.
 *
 * @param articleId the article's id here
 * @param parent the source's id of the comment that it answers
 * @param depth 0 for a thread's first comment
 * @param body sanitised HTML
 */
public record CommentRow(String sourceId, long articleId, @Nullable String parent, int depth, String status,
		String authorName, @Nullable String authorEmail, @Nullable String authorUrl, String body,
		@Nullable Instant createdAt) implements Row {

}

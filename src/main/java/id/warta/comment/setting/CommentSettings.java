package id.warta.comment.setting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * The site's rules for comments.
 *
 * @param open whether readers may write at all
 * @param closeAfterDays how old articles may be that they write below, in days; null for
 * whatever age
 * @param moderation which comments wait for a moderator, whatever is in them
 * @param maxLinks with more links than this a comment waits
 * @param blockedWords with one of these a comment waits
 * @param maxDepth how deep replies stand, from 0
 * @param reportsToHide after how many readers' reports a comment waits
 */
public record CommentSettings(boolean open, @Nullable Integer closeAfterDays, CommentModeration moderation,
		int maxLinks, List<String> blockedWords, int maxDepth, int reportsToHide) {

	static final String COLUMNS = "open, close_after_days, moderation, max_links, blocked_words, max_depth, reports_to_hide";

	static CommentSettings of(Readable row) {
		return new CommentSettings(Rows.required(row, "open", Boolean.class),
				row.get("close_after_days", Integer.class),
				CommentModeration.valueOf(Rows.required(row, "moderation", String.class)),
				Rows.required(row, "max_links", Integer.class),
				List.of(Rows.required(row, "blocked_words", String[].class)),
				Rows.required(row, "max_depth", Integer.class), Rows.required(row, "reports_to_hide", Integer.class));
	}

	/**
	 * Whether an article is too old to write below.
	 */
	public boolean tooOld(Instant publishedAt, Instant now) {
		return this.closeAfterDays != null && publishedAt.plus(Duration.ofDays(this.closeAfterDays)).isBefore(now);
	}

}

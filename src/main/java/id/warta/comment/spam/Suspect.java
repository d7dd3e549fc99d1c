package id.warta.comment.spam;

import org.jspecify.annotations.Nullable;

/**
 * A comment that may be advertising.
 *
 * @param articleSlug the article that it stands below
 * @param reply whether it answers another comment
 * @param name what its author calls themselves
 * @param email their e-mail address; null if nobody knows
 * @param address where it comes from, in digits; empty if nobody knows
 * @param userAgent what its author's program says it is; null if nobody knows
 * @param source Markdown, as it was written
 * @param plain the text without markup
 * @param links how many links there are
 * @param trapped whether it fills a field that people don't see
 * @param repeated how often others have written the same in the last day
 */
public record Suspect(String articleSlug, boolean reply, String name, @Nullable String email, String address,
		@Nullable String userAgent, String source, String plain, int links, boolean trapped, int repeated) {

}

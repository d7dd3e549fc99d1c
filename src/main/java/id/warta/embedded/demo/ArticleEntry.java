package id.warta.embedded.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An article. Its time is counted from when the site is made, so that the site is always
 * fresh: some minutes or hours ago, some days ago at a time of day, or some hours ahead.
 *
 * @param at the time of day, where {@code daysAgo} is given
 * @param embargoHoursAhead how long it stays hidden
 * @param breakingForHours how long it is breaking news
 * @param byline who made it, each as one role with an author's slug
 * @param categories the slugs, the primary one first
 * @param picture the lead picture's file
 * @param caption the lead picture's caption, instead of its own
 * @param liveBlog the entries that it is told by
 * @param body HTML with datelines
 */
record ArticleEntry(String slug, String title, @Nullable String subtitle, String excerpt, String type, String status,
		@Nullable Integer minutesAgo, @Nullable Integer hoursAgo, @Nullable Integer daysAgo, @Nullable String at,
		@Nullable Integer hoursAhead, @Nullable Integer embargoHoursAhead, @Nullable Integer breakingForHours,
		boolean featured, @Nullable String sponsor, List<Map<String, String>> byline, List<String> categories,
		List<String> tags, String picture, @Nullable String caption, long views, List<String> oldSlugs,
		List<CorrectionEntry> corrections, List<CommentEntry> comments, @Nullable LiveBlogText liveBlog, String body) {

	ArticleEntry {
		type = Objects.requireNonNullElse(type, "NEWS");
		status = Objects.requireNonNullElse(status, "PUBLISHED");
		oldSlugs = YamlFiles.present(oldSlugs);
		corrections = YamlFiles.present(corrections);
		comments = YamlFiles.present(comments);
	}

	/**
	 * When it is published, or was last written.
	 * @param now when the site is made
	 * @param zone where the newsroom is
	 */
	Instant time(Instant now, ZoneId zone) {
		if (this.daysAgo != null) {
			return now.atZone(zone)
				.minusDays(this.daysAgo)
				.with(LocalTime.parse(Objects.requireNonNull(this.at, this.slug)))
				.toInstant();
		}
		if (this.hoursAhead != null) {
			return now.plus(this.hoursAhead, ChronoUnit.HOURS);
		}
		return now.minus((this.minutesAgo != null) ? Duration.ofMinutes(this.minutesAgo)
				: Duration.ofHours(Objects.requireNonNull(this.hoursAgo, this.slug)));
	}

	/**
	 * Something put right.
	 *
	 * @param after in minutes
	 */
	record CorrectionEntry(int after, String note) {

	}

	/**
	 * A comment with its replies.
	 *
	 * @param by its author's name
	 * @param after in minutes after the article
	 * @param pending whether it is not approved yet
	 * @param text plain text
	 */
	record CommentEntry(String by, int after, boolean pending, String text, List<CommentEntry> replies) {

		CommentEntry {
			replies = YamlFiles.present(replies);
		}

	}

	/**
	 * A live blog that goes on.
	 *
	 * @param summary HTML
	 */
	record LiveBlogText(String summary, List<LiveBlogEntryText> entries) {
	}

	/**
	 * An entry of a live blog.
	 *
	 * @param after in minutes after the article
	 * @param by its author's slug
	 * @param text HTML
	 */
	record LiveBlogEntryText(int after, @Nullable String title, @Nullable String by, boolean key, boolean pinned,
			String text) {
	}

}

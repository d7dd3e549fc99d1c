package id.warta.embedded.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import id.warta.article.ArticleText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An article with its place in time.
 *
 * @param entry the article
 * @param time when it is published, or was last written
 * @param now when the site is made
 * @param text its text, with days instead of placeholders
 * @param excerpt its excerpt, likewise
 */
record DatedArticle(ArticleEntry entry, Instant time, Instant now, ArticleText text, String excerpt) {

	static DatedArticle of(ArticleEntry entry, Instant now, ZoneId zone) {
		Instant time = entry.time(now, zone);
		Dateline dateline = new Dateline(time, zone);
		return new DatedArticle(entry, time, now, ArticleText.of(dateline.in(entry.body()).strip()),
				dateline.in(entry.excerpt()));
	}

	String slug() {
		return this.entry.slug();
	}

	/** Drafts carry no date. */
	@Nullable Instant publishedAt() {
		return this.entry.status().equals("DRAFT") ? null : this.time;
	}

	/** The database fills it in for what is published now. */
	@Nullable Instant firstPublishedAt() {
		return this.entry.status().equals("WITHDRAWN") ? this.time : null;
	}

	/** What is yet to be published was written by now. */
	Instant writtenAt() {
		return this.time.isBefore(this.now) ? this.time : this.now;
	}

	Instant after(int minutes) {
		return this.time.plus(minutes, ChronoUnit.MINUTES);
	}

	/** Corrections are its only changes. */
	Instant updatedAt() {
		return this.entry.corrections()
			.stream()
			.map((correction) -> after(correction.after()))
			.max(Instant::compareTo)
			.orElse(writtenAt());
	}

	@Nullable Instant ahead(@Nullable Integer hours) {
		return (hours != null) ? this.now.plus(hours, ChronoUnit.HOURS) : null;
	}

	/** The pictures in the text, in its order. */
	List<Element> figures() {
		return Jsoup.parseBodyFragment(this.text.body()).select("figure:has(img)");
	}

}

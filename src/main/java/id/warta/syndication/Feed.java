package id.warta.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * A feed, whatever it is written as. Two that are equal have the same articles in the
 * same revisions.
 *
 * @param site the site that it is of
 * @param title what it is called
 * @param description what it is about, as plain text
 * @param page the full address of the page that shows the list
 * @param self its own full address
 * @param hub where changes can be subscribed to by WebSub
 * @param entries its articles, the newest first
 */
record Feed(Site site, String title, @Nullable String description, String page, String self, @Nullable String hub,
		List<FeedEntry> entries) {

	/**
	 * When one of its articles was last changed; the beginning of time if there is none.
	 */
	Instant updated() {
		return this.entries.stream()
			.map((entry) -> entry.article().updatedAt())
			.max(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
	}

	/**
	 * The site's language, as a BCP 47 tag.
	 */
	String language() {
		return this.site.locale().toLanguageTag();
	}

	/**
	 * The same with texts.
	 * @param bodies the texts by the articles' ids; an article without one is left out,
	 * since readers no longer see it
	 */
	Feed withBodies(Map<Long, String> bodies) {
		return new Feed(this.site, this.title, this.description, this.page, this.self, this.hub,
				this.entries.stream()
					.filter((entry) -> bodies.containsKey(entry.article().id()))
					.map((entry) -> entry.withBody(Objects.requireNonNull(bodies.get(entry.article().id()))))
					.toList());
	}

}

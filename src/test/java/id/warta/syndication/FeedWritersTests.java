package id.warta.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.warta.article.Article;
import id.warta.article.ArticleType;
import id.warta.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FeedWritersTests {

	private static final Site SITE = new Site("Kabar", null, "https://kabar.example", Locale.forLanguageTag("id-ID"),
			ZoneId.of("Asia/Jakarta"), List.of());

	private static Article article(long id, String title) {
		Instant at = Instant.parse("2025-08-03T00:00:00Z").plusSeconds(id);
		return new Article(id, "kabar-" + id, ArticleType.NEWS, title, null, null, null, null, 0, 0, "id", null, false,
				null, at, at, at, 1, null, null, List.of(), List.of(), List.of(), null);
	}

	private static FeedEntry entry(long id, String title) {
		return new FeedEntry(article(id, title), SITE, List.of(), List.of(), List.of(), null);
	}

	private static Feed feed(FeedFormat format, List<FeedEntry> entries) {
		return new Feed(SITE, "Kabar", null, "https://kabar.example/", "https://kabar.example/" + format.file(),
				"https://hub.example/?a&b", entries);
	}

	@Test
	void theHubIsNamedInEachFormat() {
		Xml rss = Xml.root(Xml.parse(FeedFormat.RSS.write(feed(FeedFormat.RSS, List.of()))));
		assertThat(rss.child("channel").children("atom:link"))
			.extracting((link) -> link.attribute("rel") + " " + link.attribute("href"))
			.containsExactly("self https://kabar.example/feed.xml", "hub https://hub.example/?a&b");
		Xml atom = Xml.root(Xml.parse(FeedFormat.ATOM.write(feed(FeedFormat.ATOM, List.of()))));
		assertThat(atom.children("link")).extracting((link) -> link.attribute("rel"))
			.containsExactly("alternate", "self", "hub");
		assertThat(JsonMapper.shared()
			.readTree(FeedFormat.JSON.write(feed(FeedFormat.JSON, List.of())))
			.at("/hubs/0")
			.toString()).isEqualTo("{\"type\":\"WebSub\",\"url\":\"https://hub.example/?a&b\"}");
	}

	@ParameterizedTest
	@EnumSource(FeedFormat.class)
	void whatCannotBeWrittenIsReplaced(FeedFormat format) {
		Feed feed = feed(format, List.of(entry(1, "A\u0000\u0008\uFFFF ]]> <b> & \uD83D\uDE00 \u0085")))
			.withBodies(Map.of(1L, "<p title=\"]]>\">]]&gt; \uFFFE <script>x</script></p>"));
		byte[] written = format.write(feed);
		String text = (format == FeedFormat.JSON) ? new String(written, StandardCharsets.UTF_8)
				: Xml.root(Xml.parse(written)).text();
		assertThat(text).contains("\uD83D\uDE00").doesNotContain("<script>", "\u0000");
	}

	@ParameterizedTest
	@EnumSource(FeedFormat.class)
	void whatIsNoLongerThereIsLeftOut(FeedFormat format) {
		Feed feed = feed(format, List.of(entry(2, "Dua"), entry(1, "Satu"))).withBodies(Map.of(1L, ""));
		assertThat(new String(format.write(feed), StandardCharsets.UTF_8)).contains("Satu").doesNotContain("Dua");
	}

	@ParameterizedTest
	@EnumSource(FeedFormat.class)
	void theSameIsWrittenAlike(FeedFormat format) {
		Feed feed = feed(format, List.of(entry(2, "Dua"), entry(1, "Satu")));
		assertThat(format.write(feed))
			.isEqualTo(format.write(feed(format, List.of(entry(2, "Dua"), entry(1, "Satu")))));
	}

}

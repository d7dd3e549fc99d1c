package id.warta.syndication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Feed 1.1. The same feed is always written in the same order, so that its entity
 * tag is the same on every node.
 */
class JsonFeedWriter implements FeedWriter {

	private static final String VERSION = "https://jsonfeed.org/version/1.1";

	private record Person(String name, String url) {

	}

	private record Hub(String type, String url) {

	}

	@Override
	public byte[] write(Feed feed) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("version", VERSION);
		json.put("title", feed.title());
		put(json, "description", feed.description());
		json.put("home_page_url", feed.page());
		json.put("feed_url", feed.self());
		json.put("language", feed.language());
		json.put("authors", List.of(new Person(feed.site().title(), feed.site().url() + "/")));
		if (feed.hub() != null) {
			json.put("hubs", List.of(new Hub("WebSub", feed.hub())));
		}
		json.put("items", feed.entries().stream().map(JsonFeedWriter::item).toList());
		return JsonMapper.shared().writeValueAsBytes(json);
	}

	private static Map<String, Object> item(FeedEntry entry) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", entry.id());
		item.put("url", entry.url());
		item.put("title", entry.article().title());
		put(item, "summary", entry.article().excerpt());
		item.put("content_html", entry.body());
		if (entry.picture() != null) {
			item.put("image", entry.url(entry.picture()));
		}
		item.put("date_published", entry.article().publishedAt().toString());
		item.put("date_modified", entry.article().updatedAt().toString());
		item.put("authors", authors(entry));
		item.put("tags", tags(entry));
		item.put("language", entry.article().language());
		return item;
	}

	private static List<Person> authors(FeedEntry entry) {
		return entry.authors().stream().map((author) -> new Person(author.name(), entry.url(author))).toList();
	}

	private static List<String> tags(FeedEntry entry) {
		return Stream
			.concat(entry.categories().stream().map((category) -> category.name()),
					entry.tags().stream().map((tag) -> tag.name()))
			.distinct()
			.toList();
	}

	private static void put(Map<String, Object> json, String name, @Nullable String value) {
		if (value != null) {
			json.put(name, value);
		}
	}

}

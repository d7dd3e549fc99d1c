package id.warta.route;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import id.warta.site.Addresses;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * What an address means on a WordPress site, if Warta's own don't look so. Such addresses
 * outlive a move for years, in search engines and in other sites' texts.
 */
sealed interface WordPressAddress {

	/**
	 * Something that has another address here.
	 *
	 * @param path the address here
	 */
	record Elsewhere(Paths path) implements WordPressAddress {

	}

	/**
	 * A feed.
	 *
	 * @param page the page that shows the same list
	 * @param file the last part of the feed's address here
	 */
	record Feed(Paths page, String file) implements WordPressAddress {

	}

	/**
	 * Something by the number that it had there.
	 *
	 * @param kinds what it may be, as the table {@code imported} has it
	 * @param sourceId its id there, likewise
	 */
	record Numbered(List<String> kinds, String sourceId) implements WordPressAddress {

	}

	/** Of a date, with or without the day. */
	Pattern DATE = Pattern.compile("[12][0-9]{3}/[01][0-9](/[0-3][0-9])?");

	Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

	List<String> POSTS = List.of("article", "page");

	/**
	 * The meaning of an address that nothing has here; null if it has none there either.
	 */
	static @Nullable WordPressAddress of(Paths path) {
		List<String> segments = path.segments();
		if (segments.isEmpty()) {
			return path.query().isEmpty() ? null : plain(parameters(path.query()));
		}
		if (segments.get(0).equals("index.php")) {
			return new Elsewhere(new Paths(segments.subList(1, segments.size()), path.query()));
		}
		return ending(path, segments.size() - 1);
	}

	private static @Nullable WordPressAddress ending(Paths path, int last) {
		String end = path.segments().get(last);
		String before = (last > 0) ? path.segments().get(last - 1) : "";
		if (end.equals("feed") || before.equals("feed")) {
			String file = WordPressFeeds.file(end);
			return (file != null) ? new Feed(path.without(end.equals("feed") ? 1 : 2), file) : null;
		}
		boolean number = NUMBER.matcher(end).matches();
		if (number && before.equals("page")) {
			return new Elsewhere(path.without(2));
		}
		if (number && last == 1 && before.equals("archives")) {
			return new Numbered(POSTS, end);
		}
		return DATE.matcher(String.join("/", path.segments().subList(0, last))).matches()
				? new Elsewhere(new Paths(List.of(end), "")) : null;
	}

	/** Addresses of a site that has no others, and short ones of all. */
	private static @Nullable WordPressAddress plain(Map<String, String> parameters) {
		for (String name : List.of("p", "page_id")) {
			if (NUMBER.matcher(parameters.getOrDefault(name, "")).matches()) {
				return new Numbered(POSTS, parameters.getOrDefault(name, ""));
			}
		}
		if (NUMBER.matcher(parameters.getOrDefault("cat", "")).matches()) {
			return new Numbered(List.of("category"), "#" + parameters.get("cat"));
		}
		String feed = WordPressFeeds.file(parameters.getOrDefault("feed", ""));
		if (feed != null) {
			return new Feed(new Paths(List.of(), ""), feed);
		}
		return named(parameters);
	}

	private static @Nullable WordPressAddress named(Map<String, String> parameters) {
		for (String name : List.of("category_name", "tag", "author_name")) {
			String slug = parameters.getOrDefault(name, "");
			if (!slug.isEmpty()) {
				return new Elsewhere(
						Paths.of(Addresses.path(type(name), UriUtils.encode(slug, StandardCharsets.UTF_8))));
			}
		}
		return null;
	}

	private static String type(String parameter) {
		return switch (parameter) {
			case "category_name" -> "Category";
			case "tag" -> "Tag";
			default -> "Author";
		};
	}

	/** What can't be decoded is left out. */
	private static Map<String, String> parameters(String query) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : query.split("&")) {
			String[] parts = pair.split("=", 2);
			try {
				parameters.putIfAbsent(parts[0],
						(parts.length > 1) ? UriUtils.decode(parts[1], StandardCharsets.UTF_8) : "");
			}
			catch (IllegalArgumentException halfAPercentCode) {
				continue;
			}
		}
		return parameters;
	}

}

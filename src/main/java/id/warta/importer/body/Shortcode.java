package id.warta.importer.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One of WordPress's shortcodes: {@code [name key="value" word]content[/name]}.
 *
 * @param named its arguments with a name, in lower case
 * @param words its arguments without a name
 * @param content what stands between its opening and its closing, {@code null} if it is
 * not closed
 */
record Shortcode(String name, Map<String, String> named, List<String> words, @Nullable String content) {

	private static final Pattern ARGUMENT = Pattern.compile(
			"(?<key>[\\w-]+)\\s*=\\s*" + "(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s'\"]+))(?=\\s|$)"
					+ "|\"(?<quoted>[^\"]*)\"(?=\\s|$)|'(?<word1>[^']*)'(?=\\s|$)|(?<word2>\\S+)");

	private static final Pattern INVISIBLE = Pattern.compile("[\u00a0\u200b]+");

	static Shortcode parse(String name, String arguments, @Nullable String content) {
		Map<String, String> named = new HashMap<>();
		List<String> words = new ArrayList<>();
		Matcher matcher = ARGUMENT.matcher(INVISIBLE.matcher(arguments).replaceAll(" "));
		while (matcher.find()) {
			String key = matcher.group("key");
			if (key != null) {
				named.put(key.toLowerCase(Locale.ROOT), first(matcher, "double", "single", "bare"));
			}
			else {
				words.add(first(matcher, "quoted", "word1", "word2"));
			}
		}
		return new Shortcode(name, named, words, content);
	}

	private static String first(Matcher matcher, String... groups) {
		for (String group : groups) {
			String value = matcher.group(group);
			if (value != null) {
				return value;
			}
		}
		return "";
	}

	/**
	 * The argument of that name without the white space around it, or the empty text.
	 */
	String get(String key) {
		return this.named.getOrDefault(key, "").strip();
	}

	/**
	 * The numbers that an argument lists, in order, such as {@code ids="3,1,2"}.
	 */
	List<String> numbers(String key) {
		return Arrays.stream(get(key).split("\\D+")).filter((number) -> !number.isEmpty()).toList();
	}

}

package id.warta.importer.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders {@code [caption]}: a picture with its caption, which is either an argument
 * (before WordPress 3.4) or what follows the picture.
 */
final class Captions {

	private static final Pattern PICTURE = Pattern
		.compile("(?s)\\s*((?:<a\\s[^>]*>\\s*)?<img\\s[^>]*>(?:\\s*</a>)?)(.*)");

	private Captions() {
	}

	static String render(Shortcode shortcode) {
		String content = (shortcode.content() != null) ? shortcode.content() : "";
		Matcher matcher = PICTURE.matcher(content);
		boolean picture = matcher.matches();
		String caption = shortcode.get("caption");
		if (caption.isEmpty() && picture) {
			return figure(shortcode, matcher.group(1), matcher.group(2));
		}
		return figure(shortcode, content, caption);
	}

	private static String figure(Shortcode shortcode, String content, String caption) {
		if (caption.isBlank()) {
			return content;
		}
		return Markup.figure(content, caption).addClass(shortcode.get("align")).outerHtml();
	}

}

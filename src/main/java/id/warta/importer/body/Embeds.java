package id.warta.importer.body;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes links of what WordPress embeds on every view: an address alone on its line or in
 * its paragraph, and {@code [embed]}. Which address is alone is decided as in
 * {@code WP_Embed::autoembed}.
 */
final class Embeds {

	private static final Pattern SHORTCODE = Pattern
		.compile("\\[embed[^\\]]*\\]\\s*(https?://[^\\s<>\"\\[]+)\\s*\\[/embed\\]");

	private static final String ADDRESS = "(https?://[^\\s<>\"]+)";

	private static final Pattern OWN_LINE = Pattern.compile("(?dim)^(\\s*)" + ADDRESS + "(\\s*)$");

	private static final Pattern OWN_PARAGRAPH = Pattern.compile("(?i)(<p(?: [^>]*)?>\\s*)" + ADDRESS + "(\\s*</p>)");

	/** Stands for a line feed inside a tag; no XML text holds it. */
	private static final String LINE_IN_TAG = "\uFFFE";

	private Embeds() {
	}

	static String link(String html) {
		String linked = SHORTCODE.matcher(html).replaceAll((match) -> quoted(Markup.embed(unescape(match.group(1)))));
		linked = HtmlTokens.mapTags(linked, (tag) -> tag.replace("\n", LINE_IN_TAG));
		linked = OWN_LINE.matcher(linked).replaceAll(Embeds::embed);
		linked = OWN_PARAGRAPH.matcher(linked).replaceAll(Embeds::embed);
		return linked.replace(LINE_IN_TAG, "\n");
	}

	private static String embed(MatchResult match) {
		return quoted(match.group(1) + Markup.embed(unescape(match.group(2))) + match.group(3));
	}

	private static String unescape(String address) {
		return address.replace("&amp;", "&").replace("&#038;", "&");
	}

	private static String quoted(String replacement) {
		return Matcher.quoteReplacement(replacement);
	}

}

package id.warta.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Keeps of the HTML of articles and comments what a page of the site may show: text,
 * lists, tables, figures, players. Frames become links; scripts, forms, styles and
 * identifiers go; of the classes only those stay that say how something stands.
 */
public final class HtmlSanitiser {

	private static final Pattern ALIGNMENT = Pattern.compile("(?i)text-align\\s*:\\s*(left|right|center|justify)");

	private static final Pattern CLASSES = Pattern
		.compile("align(?:left|right|center|wide|full)|has-text-align-(?:left|right|center|justify)"
				+ "|gallery|columns-[1-9]|embed|page-break");

	private static final String GONE = "script, style, noscript, template, form, button, select, textarea, input, "
			+ "label, svg, canvas, map, head, title, meta, link, base";

	private static final String EMPTY = "p, div, span, figure, figcaption, ul, ol, li, a, h1, h2, h3, h4, h5, h6, "
			+ "blockquote, pre, em, strong, b, i";

	private static final String CONTENT = "img, audio, video, hr, table";

	private static final Cleaner CLEANER = new Cleaner(safelist());

	private HtmlSanitiser() {
	}

	private static Safelist safelist() {
		return new Safelist()
			.addTags("a", "abbr", "address", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code",
					"col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
					"h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
					"q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strong", "sub", "summary", "sup",
					"table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "video", "wbr")
			.addAttributes(":all", "class", "dir", "lang", "title")
			.addAttributes("a", "href")
			.addAttributes("audio", "controls", "loop", "src")
			.addAttributes("blockquote", "cite")
			.addAttributes("col", "span")
			.addAttributes("colgroup", "span")
			.addAttributes("img", "alt", "height", "src", "width")
			.addAttributes("ol", "reversed", "start", "type")
			.addAttributes("q", "cite")
			.addAttributes("source", "src", "type")
			.addAttributes("td", "colspan", "headers", "rowspan")
			.addAttributes("th", "colspan", "headers", "rowspan", "scope")
			.addAttributes("time", "datetime")
			.addAttributes("video", "controls", "height", "loop", "poster", "src", "width")
			.addProtocols("a", "href", "http", "https", "mailto", "tel")
			.addProtocols("audio", "src", "http", "https")
			.addProtocols("blockquote", "cite", "http", "https")
			.addProtocols("img", "src", "http", "https")
			.addProtocols("q", "cite", "http", "https")
			.addProtocols("source", "src", "http", "https")
			.addProtocols("video", "poster", "http", "https")
			.addProtocols("video", "src", "http", "https");
	}

	/**
	 * The HTML that may be shown.
	 * @param address what relative addresses are relative to
	 */
	public static String clean(String html, String address) {
		Document document = Jsoup.parseBodyFragment(html, address);
		document.select("iframe[src], embed[src], object[data]").forEach(HtmlSanitiser::link);
		document.select("img").forEach(HtmlSanitiser::loadAtOnce);
		document.select(GONE).remove();
		document.select("[style]").forEach(HtmlSanitiser::alignByClass);
		document.select("audio, video").forEach((player) -> player.attr("controls", true));
		rename(document);
		document.select(".wp-block-gallery").addClass("gallery");
		Document clean = CLEANER.clean(document);
		clean.select("img:not([src]), source:not([src])").remove();
		clean.select("[class]").forEach(HtmlSanitiser::keepClasses);
		removeEmpty(clean);
		clean.nodeStream(TextNode.class).forEach((text) -> text.text(PlainText.wellFormed(text.getWholeText())));
		collapseBlankLines(clean);
		clean.outputSettings().prettyPrint(false);
		return clean.body().html().strip();
	}

	/** Blocks and what was left out leave heaps of line feeds between elements. */
	private static void collapseBlankLines(Document document) {
		for (TextNode text : document.body().nodeStream(TextNode.class).toList()) {
			if (blankLines(text) && !preformatted(text)) {
				if (text.previousSibling() instanceof TextNode previous && blankLines(previous)) {
					text.remove();
				}
				else {
					text.text("\n");
				}
			}
		}
	}

	private static boolean blankLines(TextNode text) {
		return text.isBlank() && text.getWholeText().contains("\n");
	}

	private static boolean preformatted(TextNode text) {
		Element parent = text.parent();
		return parent != null && parent.closest("pre") != null;
	}

	private static void link(Element frame) {
		String address = frame.absUrl(frame.hasAttr("src") ? "src" : "data");
		frame.after(new Element("a").addClass("embed").attr("href", address).text(address));
		frame.remove();
	}

	/** Undoes what plug-ins do to load pictures late. */
	private static void loadAtOnce(Element image) {
		String source = image.attr("src");
		if (source.isEmpty() || source.startsWith("data:")) {
			for (String late : List.of("data-src", "data-lazy-src", "data-original")) {
				if (image.hasAttr(late)) {
					image.attr("src", image.attr(late));
				}
			}
		}
	}

	private static void alignByClass(Element element) {
		Matcher matcher = ALIGNMENT.matcher(element.attr("style"));
		if (matcher.find()) {
			element.addClass("has-text-align-" + matcher.group(1).toLowerCase(Locale.ROOT));
		}
	}

	private static void rename(Document document) {
		document.select("strike").tagName("s");
		document.select("tt").tagName("code");
		document.select("acronym").tagName("abbr");
		document.select("center").tagName("div").addClass("has-text-align-center");
		document.select("section, article, aside, header, footer, nav, main, hgroup, fieldset").tagName("div");
	}

	private static void keepClasses(Element element) {
		String kept = element.classNames()
			.stream()
			.filter((name) -> CLASSES.matcher(name).matches())
			.collect(Collectors.joining(" "));
		if (kept.isEmpty()) {
			element.removeAttr("class");
		}
		else {
			element.attr("class", kept);
		}
	}

	/** From the inside out, so that what held only empty elements goes too. */
	private static void removeEmpty(Document document) {
		List<Element> candidates = document.body().select(EMPTY);
		for (int i = candidates.size() - 1; i >= 0; i--) {
			Element element = candidates.get(i);
			if (element.wholeText().isBlank() && element.select(CONTENT).isEmpty()) {
				element.remove();
			}
		}
	}

}

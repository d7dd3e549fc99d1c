package id.warta.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

	private static final Set<String> EMPTY = Set.of("p", "div", "span", "figure", "figcaption", "ul", "ol", "li", "a",
			"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "em", "strong", "b", "i");

	private static final Set<String> CONTENT = Set.of("img", "audio", "video", "hr", "table");

	private static final int DEEPEST = 100;

	private static final Cleaner CLEANER = new Cleaner(safelist());

	private static final Cleaner OWN_CLEANER = new Cleaner(safelist().preserveRelativeLinks(true));

	/** Stands for the site's own address, so that relative ones can be judged. */
	private static final String SITE = "https://site.invalid/";

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
	 * The HTML that may be shown, of a text that was written for this site: its relative
	 * addresses stay as they are.
	 */
	public static String clean(String html) {
		return clean(html, SITE, OWN_CLEANER);
	}

	/**
	 * The HTML that may be shown, of a text that comes from elsewhere.
	 * @param address what relative addresses are relative to; they become absolute
	 */
	public static String clean(String html, String address) {
		return clean(html, address, CLEANER);
	}

	private static String clean(String html, String address, Cleaner cleaner) {
		Document document = Jsoup.parseBodyFragment(html, address);
		flatten(document);
		document.select("iframe[src], embed[src], object[data]").forEach(HtmlSanitiser::link);
		document.select("img").forEach(HtmlSanitiser::loadAtOnce);
		document.select(GONE).remove();
		document.select("[style]").forEach(HtmlSanitiser::alignByClass);
		document.select("audio, video").forEach((player) -> player.attr("controls", true));
		rename(document);
		document.select(".wp-block-gallery").addClass("gallery");
		Document clean = cleaner.clean(document);
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
		String address = frame.absUrl(frame.hasAttr("src") ? "src" : "data").replace(SITE, "/");
		frame.replaceWith(new Element("a").addClass("embed").attr("href", address).text(address));
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
		List<Element> elements = document.body().getAllElements();
		Set<Element> filled = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int i = elements.size() - 1; i > 0; i--) {
			Element element = elements.get(i);
			if (holdsSomething(element, filled)) {
				filled.add(element);
			}
			else if (EMPTY.contains(element.normalName())) {
				element.remove();
			}
		}
	}

	private static boolean holdsSomething(Element element, Set<Element> filled) {
		return CONTENT.contains(element.normalName()) || element.children().stream().anyMatch(filled::contains)
				|| element.textNodes().stream().anyMatch((text) -> !text.getWholeText().isBlank());
	}

	/**
	 * Nobody writes so deep, and what stands around a text is looked at for each of its
	 * parts.
	 */
	private static void flatten(Document document) {
		List<Element> deep = new ArrayList<>();
		document.body().traverse((node, depth) -> {
			if (depth > DEEPEST && node instanceof Element element) {
				deep.add(element);
			}
		});
		deep.forEach(Element::unwrap);
	}

}

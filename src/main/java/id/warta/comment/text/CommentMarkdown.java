package id.warta.comment.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * The little of Markdown (CommonMark) that comments may have: emphasis, links, quotes and
 * code. Everything else, HTML above all, stays the text that it is; line breaks stay too.
 */
final class CommentMarkdown {

	/** How deep quotes and emphasis may nest. */
	private static final int DEEPEST = 20;

	private static final Pattern DEEP_QUOTE = Pattern.compile("^(?:[ \\t]*>){%d}".formatted(DEEPEST),
			Pattern.MULTILINE);

	private static final Parser PARSER = Parser.builder()
		.enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class))
		.extensions(List.of(AutolinkExtension.create()))
		.build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.percentEncodeUrls(true)
		.softbreak("<br>\n")
		.nodeRendererFactory(PictureLinks::new)
		.build();

	/** The renderer is to be trusted; this makes sure. */
	private static final Cleaner CLEANER = new Cleaner(
			new Safelist().addTags("a", "blockquote", "br", "code", "em", "p", "pre", "strong")
				.addAttributes("a", "href")
				.addProtocols("a", "href", "http", "https", "mailto")
				.addEnforcedAttribute("a", "rel", "nofollow ugc"));

	private CommentMarkdown() {
	}

	static CommentText render(String source, String argument) {
		if (DEEP_QUOTE.matcher(source).find()) {
			throw tooDeep(argument);
		}
		Node document = PARSER.parse(source);
		if (isTooDeep(document)) {
			throw tooDeep(argument);
		}
		Document clean = CLEANER.clean(Jsoup.parseBodyFragment(RENDERER.render(document)));
		clean.select("a:not([href])").unwrap();
		clean.outputSettings().prettyPrint(false);
		String html = clean.body().html().strip();
		return new CommentText(source, html, PlainText.lines(html), clean.select("a").size());
	}

	/** Without recursion, which the depth could break. */
	private static boolean isTooDeep(Node document) {
		int depth = 0;
		@Nullable Node at = document;
		while (at != null && depth <= DEEPEST) {
			if (at.getFirstChild() != null) {
				at = at.getFirstChild();
				depth++;
				continue;
			}
			while (at != null && at.getNext() == null) {
				at = at.getParent();
				depth--;
			}
			at = (at != null) ? at.getNext() : null;
		}
		return depth > DEEPEST;
	}

	private static InvalidInputException tooDeep(String argument) {
		return InvalidInputException.badArgument(argument,
				"'" + argument + "' has quotes or emphasis deeper than " + DEEPEST + " levels");
	}

}

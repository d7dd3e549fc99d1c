package id.warta.importer.body;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.platform.HtmlSanitiser;
import org.jspecify.annotations.Nullable;

/**
 * Renders an article's text as WordPress does on every view, in its order: the "more"
 * mark, pages, embeds, blocks or paragraphs, shortcodes ({@code the_content} in
 * {@code wp-includes/default-filters.php}); then it is sanitised. What WordPress does to
 * letters alone, curled quotes and smileys, is left to the front end: the text stays as
 * written.
 */
public final class BodyRenderer {

	static final String PAGE_BREAK = "<hr class=\"page-break\">";

	private static final Pattern MORE = Pattern.compile("(?s)<!--more(.*?)-->");

	private static final Pattern MORE_BLOCK = Pattern.compile("<!--\\s+/?wp:more\\b.*?-->|<!--noteaser-->");

	private static final Pattern PAGE_BLOCK = Pattern.compile("<!--\\s+/?wp:nextpage\\s.*?-->");

	private static final Pattern NEXT_PAGE = Pattern.compile("\n?<!--nextpage-->\n?");

	private final Attachments attachments;

	private final AttachmentReferences references;

	private final String address;

	/**
	 * Creates a renderer.
	 * @param attachments what the texts may refer to
	 * @param address the site's own, which relative addresses are relative to
	 */
	public BodyRenderer(Attachments attachments, String address) {
		this.attachments = attachments;
		this.references = new AttachmentReferences(attachments);
		this.address = address.endsWith("/") ? address : address + "/";
	}

	/**
	 * Renders the text of an article.
	 * @param id the article's id at the source, to which attachments may have been
	 * uploaded
	 */
	public RenderedBody render(String id, String content) {
		Set<String> notes = new LinkedHashSet<>();
		Set<String> empty = new LinkedHashSet<>();
		Set<String> media = new LinkedHashSet<>();
		Shortcodes shortcodes = shortcodes(id, notes::add);
		String text = MORE_BLOCK.matcher(content).replaceAll("");
		Matcher more = MORE.matcher(text);
		boolean marked = more.find();
		List<String> clean = new ArrayList<>();
		for (String page : pages(marked ? text.substring(0, more.start()) + text.substring(more.end()) : text)) {
			String html = page(page, shortcodes, empty);
			media.addAll(this.references.shown(html));
			clean.add(clean(html));
		}
		String teaser = marked ? clean(page(text.substring(0, more.start()), shortcodes, empty)) : null;
		if (!empty.isEmpty()) {
			notes.add("blocks that WordPress fills in: " + String.join(", ", empty));
		}
		return new RenderedBody(String.join(PAGE_BREAK, clean), empty(teaser), List.copyOf(media), List.copyOf(notes));
	}

	private static List<String> pages(String text) {
		String plain = PAGE_BLOCK.matcher(text).replaceAll("");
		return List.of(NEXT_PAGE.split(plain.startsWith("<!--nextpage-->") ? plain.substring(15) : plain));
	}

	private static String page(String page, Shortcodes shortcodes, Set<String> empty) {
		String html = Embeds.link(page);
		html = Blocks.in(html) ? Blocks.strip(html, empty::add) : Paragraphs.of(html);
		return shortcodes.render(html);
	}

	private String clean(String html) {
		return HtmlSanitiser.clean(html, this.address);
	}

	private Shortcodes shortcodes(String article, Consumer<String> note) {
		Galleries galleries = new Galleries(this.attachments, note);
		Players players = new Players(this.attachments, note);
		Map<String, Function<Shortcode, String>> known = Map.of("caption", Captions::render, "wp_caption",
				Captions::render, "gallery", (shortcode) -> galleries.render(shortcode, article), "audio",
				(shortcode) -> players.audio(shortcode, article), "video",
				(shortcode) -> players.video(shortcode, article), "playlist",
				(shortcode) -> players.playlist(shortcode, article));
		return new Shortcodes(known);
	}

	private static @Nullable String empty(@Nullable String html) {
		return (html == null || html.isEmpty()) ? null : html;
	}

}

package id.warta.importer.body;

import id.warta.platform.HtmlSanitiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Renders comments as WordPress does: paragraphs, and links that search engines don't
 * follow.
 */
public final class CommentRenderer {

	private CommentRenderer() {
	}

	/**
	 * The comment as sanitised HTML; empty for an empty one.
	 * @param address what relative addresses are relative to
	 */
	public static String render(String content, String address) {
		Document document = Jsoup.parseBodyFragment(HtmlSanitiser.clean(Paragraphs.of(content), address + "/"));
		document.select("a[href]").attr("rel", "nofollow ugc");
		document.outputSettings().prettyPrint(false);
		return document.body().html();
	}

}

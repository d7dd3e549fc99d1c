package id.warta.importer.body;

import java.util.Locale;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The HTML that stands in for shortcodes and embeds.
 */
final class Markup {

	private Markup() {
	}

	/**
	 * A new element, whose HTML comes out without white space of its own.
	 */
	static Element element(String name) {
		Document document = new Document("");
		document.outputSettings().prettyPrint(false);
		return document.appendElement(name);
	}

	/**
	 * A link to something that WordPress would have shown in place: a video, a post of a
	 * social network.
	 */
	static String embed(String address) {
		return element("a").addClass("embed").attr("href", address).text(address).outerHtml();
	}

	static Element image(Attachment attachment) {
		Element image = element("img").addClass("wp-image-" + attachment.id())
			.attr("src", attachment.url())
			.attr("alt", attachment.alt());
		if (attachment.width() != null && attachment.height() != null) {
			image.attr("width", attachment.width().toString()).attr("height", attachment.height().toString());
		}
		return image;
	}

	/**
	 * A figure around some HTML, with a caption if there is one.
	 */
	static Element figure(String html, @Nullable String caption) {
		Element figure = element("figure");
		figure.html(html);
		if (caption != null && !caption.isBlank()) {
			figure.appendElement("figcaption").html(caption.strip());
		}
		return figure;
	}

	/**
	 * A figure around an attachment, with the attachment's own caption.
	 */
	static String captioned(String html, Attachment attachment) {
		return figure(html, (attachment.caption() != null) ? Entities.escape(attachment.caption()) : null).outerHtml();
	}

	/**
	 * What follows the last dot of an address's path, in lower case, or the empty text.
	 */
	static String extension(String address) {
		String path = address.replaceFirst("[?#].*", "");
		int dot = path.lastIndexOf('.');
		return (dot > path.lastIndexOf('/')) ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
	}

}

package id.warta.comment.text;

import java.util.Map;
import java.util.Set;

import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Makes links of pictures: a comment shows none, and no reader's browser asks another
 * site for one.
 */
final class PictureLinks implements NodeRenderer {

	private final HtmlNodeRendererContext context;

	PictureLinks(HtmlNodeRendererContext context) {
		this.context = context;
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		return Set.of(Image.class);
	}

	@Override
	public void render(Node node) {
		HtmlWriter html = this.context.getWriter();
		String address = ((Image) node).getDestination();
		html.tag("a", Map.of("href", this.context.encodeUrl(this.context.urlSanitizer().sanitizeLinkUrl(address))));
		if (node.getFirstChild() == null) {
			html.text(address);
		}
		for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
			this.context.render(child);
		}
		html.tag("/a");
	}

}

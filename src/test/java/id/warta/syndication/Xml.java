package id.warta.syndication;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An element of a document that a test reads.
 */
public record Xml(Element element) {

	public static Document parse(byte[] bytes) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
		}
		catch (Exception ex) {
			throw new AssertionError("no well-formed XML", ex);
		}
	}

	public static Xml root(Document document) {
		return new Xml(document.getDocumentElement());
	}

	public List<Xml> children(String name) {
		List<Xml> children = new ArrayList<>();
		for (Node node = this.element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child && child.getNodeName().equals(name)) {
				children.add(new Xml(child));
			}
		}
		return children;
	}

	/**
	 * The only one of this name.
	 */
	public Xml child(String name) {
		List<Xml> children = children(name);
		assertThat(children).as(name).hasSize(1);
		return children.get(0);
	}

	public String text() {
		return this.element.getTextContent();
	}

	public String text(String child) {
		return child(child).text();
	}

	public String attribute(String name) {
		return this.element.getAttribute(name);
	}

}

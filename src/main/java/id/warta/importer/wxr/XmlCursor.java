package id.warta.importer.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import id.warta.importer.file.UnreadableFileException;

import org.jspecify.annotations.Nullable;

/**
 * Walks an XML document forwards, child by child, and turns every fault into one line
 * with its place. No document type declaration, no entity beyond XML's own five and
 * nothing outside the file is ever read.
 */
final class XmlCursor {

	/**
	 * The longest text that one element may hold, in characters: what keeps a hostile
	 * file from filling the memory.
	 */
	static final int LONGEST_TEXT = 16 << 20;

	private static final Pattern MESSAGE = Pattern.compile("(?s).*\nMessage: (.*)");

	private final Path file;

	private final XMLStreamReader reader;

	XmlCursor(Path file, InputStream in) {
		this.file = file;
		try {
			this.reader = factory().createXMLStreamReader(XmlEncoding.reader(in));
		}
		catch (IOException ex) {
			throw new UnreadableFileException(file, "cannot be read: " + ex.getMessage());
		}
		catch (XMLStreamException ex) {
			throw fault(ex);
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/**
	 * Goes to the root element.
	 */
	void root() {
		while (next() != XMLStreamConstants.START_ELEMENT) {
			continue;
		}
	}

	/**
	 * Goes to the next child of the element that the cursor is in; {@code false} at the
	 * end of that element.
	 */
	boolean nextChild() {
		while (true) {
			switch (next()) {
				case XMLStreamConstants.START_ELEMENT:
					return true;
				case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT:
					return false;
				default:
			}
		}
	}

	/**
	 * Reads to the end of the document, so that a fault after the root element is seen
	 * too.
	 */
	void finish() {
		while (next() != XMLStreamConstants.END_DOCUMENT) {
			continue;
		}
	}

	String localName() {
		return this.reader.getLocalName();
	}

	String namespace() {
		String namespace = this.reader.getNamespaceURI();
		return (namespace != null) ? namespace : "";
	}

	/**
	 * Whether the element that the cursor is at declares a namespace that the pattern
	 * matches.
	 */
	boolean declares(Pattern namespace) {
		for (int i = 0; i < this.reader.getNamespaceCount(); i++) {
			String uri = this.reader.getNamespaceURI(i);
			if (uri != null && namespace.matcher(uri).matches()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The value of an attribute of the element that the cursor is at, or the empty text.
	 */
	String attribute(String name) {
		String value = this.reader.getAttributeValue(null, name);
		return (value != null) ? value : "";
	}

	/**
	 * The text of the element that the cursor is at, its child elements left out, and
	 * moves to its end.
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		while (true) {
			switch (next()) {
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
					append(text);
					break;
				case XMLStreamConstants.START_ELEMENT:
					skip();
					break;
				case XMLStreamConstants.END_ELEMENT:
					return text.toString();
				default:
			}
		}
	}

	private void append(StringBuilder text) {
		if (text.length() + this.reader.getTextLength() > LONGEST_TEXT) {
			throw fault("an element's text is longer than " + LONGEST_TEXT + " characters");
		}
		text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), this.reader.getTextLength());
	}

	/**
	 * Moves to the end of the element that the cursor is at.
	 */
	void skip() {
		for (int depth = 1; depth > 0;) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				depth++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			}
		}
	}

	int line() {
		return this.reader.getLocation().getLineNumber();
	}

	UnreadableFileException fault(String reason) {
		return fault(this.reader.getLocation(), reason);
	}

	private int next() {
		try {
			int event = this.reader.next();
			if (event == XMLStreamConstants.DTD) {
				throw fault("a document type declaration is not allowed");
			}
			if (event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw fault("the entity '" + this.reader.getLocalName() + "' is not known");
			}
			return event;
		}
		catch (XMLStreamException ex) {
			throw fault(ex);
		}
	}

	private UnreadableFileException fault(XMLStreamException ex) {
		if (ex.getNestedException() instanceof CharacterCodingException) {
			return fault(ex.getLocation(),
					"not well-formed: there are bytes near here that are no letters of its encoding");
		}
		Throwable cause = (ex.getNestedException() != null) ? ex.getNestedException() : ex;
		String message = String.valueOf(cause.getMessage());
		Matcher matcher = MESSAGE.matcher(message);
		return fault(ex.getLocation(), "not well-formed: " + (matcher.matches() ? matcher.group(1) : message));
	}

	private UnreadableFileException fault(@Nullable Location location, String reason) {
		return (location != null)
				? new UnreadableFileException(this.file, location.getLineNumber(), location.getColumnNumber(), reason)
				: new UnreadableFileException(this.file, 1, 1, reason);
	}

}

package id.warta.syndication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * Text in XML, which must not hold every character, even escaped.
 */
final class XmlText {

	/** All but what XML 1.0 calls {@code Char}. */
	private static final Pattern ILLEGAL = Pattern
		.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	private XmlText() {
	}

	/**
	 * The text with a replacement character for what XML can't hold.
	 */
	static String legal(String text) {
		return ILLEGAL.matcher(text).replaceAll("\uFFFD");
	}

	/**
	 * The same, or null.
	 */
	static @Nullable String legalOrNull(@Nullable String text) {
		return (text != null) ? legal(text) : null;
	}

	/**
	 * A feed as a document, to be completed and written.
	 */
	static Document document(WireFeed feed) {
		try {
			return new WireFeedOutput().outputJDom(feed);
		}
		catch (FeedException ex) {
			throw new IllegalStateException("A feed could not be written", ex);
		}
	}

	/**
	 * A document as bytes in UTF-8, with its white space as it is.
	 */
	static byte[] bytes(Document document) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			new XMLOutputter(Format.getRawFormat()).output(document, bytes);
		}
		catch (IOException neverInMemory) {
			throw new UncheckedIOException(neverInMemory);
		}
		return bytes.toByteArray();
	}

}

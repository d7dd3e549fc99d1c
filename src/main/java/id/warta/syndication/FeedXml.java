package id.warta.syndication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/**
 * Feeds in ROME's shape, written as XML.
 */
final class FeedXml {

	private FeedXml() {
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

package id.warta.syndication.sitemap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import id.warta.syndication.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sitemap, piece by piece: what was written is taken out before there is more
 * of it. For one thread at a time.
 */
final class SitemapXml {

	private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";

	private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final XMLStreamWriter xml;

	private SitemapXml() throws XMLStreamException {
		this.xml = FACTORY.createXMLStreamWriter(this.written, StandardCharsets.UTF_8.name());
	}

	/**
	 * Something that the library's own exception may stop, which it never does in memory.
	 */
	private interface Step {

		void write() throws XMLStreamException;

	}

	private static void run(Step step) {
		try {
			step.write();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A sitemap could not be written", ex);
		}
	}

	/**
	 * Begins an index of sitemaps.
	 */
	static SitemapXml index() {
		return begin("sitemapindex", null, "");
	}

	/**
	 * Begins a sitemap whose addresses may have pictures.
	 */
	static SitemapXml sitemap() {
		return begin("urlset", "image", IMAGE);
	}

	/**
	 * Begins a sitemap of news.
	 */
	static SitemapXml news() {
		return begin("urlset", "news", NEWS);
	}

	private static SitemapXml begin(String root, @Nullable String prefix, String namespace) {
		try {
			SitemapXml sitemap = new SitemapXml();
			sitemap.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
			sitemap.xml.writeStartElement(root);
			sitemap.xml.writeDefaultNamespace(SITEMAP);
			if (prefix != null) {
				sitemap.xml.writeNamespace(prefix, namespace);
			}
			return sitemap;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A sitemap could not be begun", ex);
		}
	}

	/**
	 * Adds a sitemap to an index.
	 */
	void add(String address, @Nullable Instant lastModified) {
		run(() -> place("sitemap", address, lastModified));
	}

	/**
	 * Adds an address to a sitemap.
	 */
	void add(SitemapEntry entry) {
		run(() -> {
			this.xml.writeStartElement("url");
			place(entry.address(), entry.lastModified());
			if (entry.image() != null) {
				this.xml.writeStartElement("image:image");
				element("image:loc", entry.image());
				this.xml.writeEndElement();
			}
			this.xml.writeEndElement();
		});
	}

	/**
	 * Adds an article to a sitemap of news, in the order that its schema wants.
	 * @param publication the site's name
	 */
	void add(NewsEntry entry, String publication) {
		run(() -> {
			this.xml.writeStartElement("url");
			place(entry.address(), null);
			this.xml.writeStartElement("news:news");
			this.xml.writeStartElement("news:publication");
			element("news:name", publication);
			element("news:language", entry.language());
			this.xml.writeEndElement();
			element("news:publication_date", text(entry.publishedAt()));
			element("news:title", entry.title());
			this.xml.writeEndElement();
			this.xml.writeEndElement();
		});
	}

	private void place(String element, String address, @Nullable Instant lastModified) throws XMLStreamException {
		this.xml.writeStartElement(element);
		place(address, lastModified);
		this.xml.writeEndElement();
	}

	private void place(String address, @Nullable Instant lastModified) throws XMLStreamException {
		element("loc", address);
		if (lastModified != null) {
			element("lastmod", text(lastModified));
		}
	}

	private void element(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(XmlText.legal(text));
		this.xml.writeEndElement();
	}

	private static String text(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	void end() {
		run(this.xml::writeEndDocument);
	}

	/**
	 * How many bytes can be taken.
	 */
	int size() {
		run(this.xml::flush);
		return this.written.size();
	}

	/**
	 * What was written since the last time.
	 */
	byte[] take() {
		run(this.xml::flush);
		byte[] taken = this.written.toByteArray();
		this.written.reset();
		return taken;
	}

}

package id.warta.importer.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

import id.warta.importer.file.CountingInputStream;
import id.warta.importer.file.UnreadableFileException;

import org.jspecify.annotations.Nullable;

/**
 * Reads a WordPress export entry by entry, holding one at a time, so that a file of any
 * size needs little memory. The format is described by WordPress's exporter
 * ({@code wp-admin/includes/export.php}); its namespace carries the version, with
 * {@code http} or {@code https}.
 */
public final class WxrReader implements AutoCloseable {

	private static final Pattern WORDPRESS = Pattern.compile("https?://wordpress\\.org/export/\\d+\\.\\d+/");

	private static final Pattern EXCERPT = Pattern.compile(WORDPRESS + "excerpt/");

	private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

	private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

	private final InputStream in;

	private final XmlCursor cursor;

	private boolean started;

	private boolean ended;

	private boolean wordPress;

	/** The name of an element that the cursor is at and that is still to be read. */
	private @Nullable String pending;

	private WxrReader(Path file, InputStream in) {
		this.in = in;
		this.cursor = new XmlCursor(file, in);
	}

	/**
	 * Opens a file.
	 * @param bytesRead is told of every portion of bytes that was read
	 * @throws UnreadableFileException if it is not there or cannot be read
	 */
	public static WxrReader open(Path file, LongConsumer bytesRead) {
		try {
			InputStream in = Files.newInputStream(file);
			return new WxrReader(file, new CountingInputStream(in, bytesRead));
		}
		catch (NoSuchFileException ex) {
			throw new UnreadableFileException(file, "there is no such file");
		}
		catch (IOException ex) {
			throw new UnreadableFileException(file, "cannot be read: " + ex.getMessage());
		}
	}

	/**
	 * The next entry, the site first, or {@code null} at the end of the file.
	 * @throws UnreadableFileException if the file is not well-formed, or no WordPress
	 * export
	 */
	public @Nullable WxrEntry next() {
		if (!this.started) {
			this.started = true;
			return site();
		}
		while (!this.ended) {
			String name = (this.pending != null) ? this.pending : this.cursor.nextChild() ? name() : null;
			this.pending = null;
			if (name == null) {
				this.ended = true;
				this.cursor.finish();
				break;
			}
			WxrEntry entry = entry(name);
			if (entry != null) {
				return entry;
			}
		}
		return null;
	}

	private WxrSite site() {
		this.cursor.root();
		noteNamespaces();
		if (!this.cursor.localName().equals("rss")) {
			throw notWxr("the root element is '" + this.cursor.localName() + "', not 'rss'");
		}
		do {
			if (!this.cursor.nextChild()) {
				throw notWxr("there is no channel");
			}
		}
		while (!enteredChannel());
		return channelHead();
	}

	private boolean enteredChannel() {
		noteNamespaces();
		if (this.cursor.localName().equals("channel")) {
			return true;
		}
		this.cursor.skip();
		return false;
	}

	private WxrSite channelHead() {
		Fields fields = new Fields();
		while (this.pending == null && this.cursor.nextChild()) {
			String name = name();
			switch (name) {
				case "wp:author", "wp:category", "wp:tag", "wp:term", "item" -> this.pending = name;
				default -> fields.add(name, this.cursor.text());
			}
		}
		if (!this.wordPress && fields.word("wp:wxr_version").isEmpty()) {
			throw notWxr("neither WordPress's namespace nor a version is there");
		}
		if (this.pending == null) {
			this.ended = true;
			this.cursor.finish();
		}
		return new WxrSite(fields);
	}

	private @Nullable WxrEntry entry(String name) {
		return switch (name) {
			case "wp:author" -> new WxrAuthor(fields());
			case "wp:category" -> WxrTerm.category(fields());
			case "wp:tag" -> WxrTerm.tag(fields());
			case "wp:term" -> WxrTerm.other(fields());
			case "item" -> item();
			default -> {
				this.cursor.skip();
				yield null;
			}
		};
	}

	private WxrItem item() {
		int line = this.cursor.line();
		Fields fields = new Fields();
		Fields meta = new Fields();
		List<WxrTermRef> terms = new ArrayList<>();
		List<WxrComment> comments = new ArrayList<>();
		while (this.cursor.nextChild()) {
			String name = name();
			switch (name) {
				case "category" -> terms.add(term());
				case "wp:postmeta" -> addMeta(meta);
				case "wp:comment" -> comments.add(new WxrComment(fields()));
				default -> fields.add(name, this.cursor.text());
			}
		}
		return new WxrItem(line, fields, terms, meta, comments);
	}

	private WxrTermRef term() {
		return WxrTermRef.of(this.cursor.attribute("domain"), this.cursor.attribute("nicename"), this.cursor.text());
	}

	private void addMeta(Fields meta) {
		Fields fields = fields();
		meta.add(fields.word("wp:meta_key"), fields.text("wp:meta_value"));
	}

	private Fields fields() {
		Fields fields = new Fields();
		while (this.cursor.nextChild()) {
			fields.add(name(), this.cursor.text());
		}
		return fields;
	}

	private String name() {
		String namespace = this.cursor.namespace();
		String name = this.cursor.localName();
		if (namespace.isEmpty()) {
			return name;
		}
		if (WORDPRESS.matcher(namespace).matches()) {
			return "wp:" + name;
		}
		if (EXCERPT.matcher(namespace).matches()) {
			return "excerpt:" + name;
		}
		return switch (namespace) {
			case CONTENT -> "content:" + name;
			case DUBLIN_CORE -> "dc:" + name;
			default -> namespace + name;
		};
	}

	private void noteNamespaces() {
		this.wordPress |= this.cursor.declares(WORDPRESS);
	}

	private UnreadableFileException notWxr(String reason) {
		return this.cursor.fault("not a WordPress export: " + reason);
	}

	@Override
	public void close() {
		try {
			this.in.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

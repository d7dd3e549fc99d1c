package id.warta.importer.news;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.warta.platform.PlainText;
import id.warta.importer.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a row, and notes what had to be guessed.
 */
final class NewsRowParser {

	private final NamedCsvRecord row;

	private final List<String> oddities = new ArrayList<>();

	NewsRowParser(NamedCsvRecord row) {
		this.row = row;
	}

	NewsRow parse() {
		URI address = address();
		String body = repaired("isi_berita");
		if (address == null) {
			return new OddRow(this.row.getStartingLineNumber(), "it has no address that can be read");
		}
		if (body.isBlank()) {
			return new OddRow(this.row.getStartingLineNumber(), "it has no text");
		}
		String slug = Slug.decoded(address.getPath().replaceAll(".*/(?=[^/])|/+$", ""));
		return new NewsArticle(this.row.getStartingLineNumber(), source(address), withoutQuery(address), slug,
				title(slug), authors(), publishedAt(), Section.of(address), paragraphs(body), this.oddities);
	}

	private @Nullable URI address() {
		try {
			URI address = new URI(this.row.getField("url").strip());
			boolean complete = address.getHost() != null && address.getPath() != null && address.getPath().length() > 1;
			return complete ? address : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static String withoutQuery(URI address) {
		return address.getScheme() + "://" + address.getAuthority() + address.getPath();
	}

	private String source(URI address) {
		String source = this.row.getField("sumber").strip();
		return source.isEmpty() ? address.getHost() : source;
	}

	private String title(String slug) {
		String title = PlainText.line(escaped(repaired("judul")));
		if (!title.isEmpty()) {
			return title;
		}
		this.oddities.add("it has no title: taken from its address");
		String words = slug.replace('-', ' ').strip();
		return words.isEmpty() ? slug : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private List<String> authors() {
		List<String> authors = Byline.authors(repaired("author"));
		if (!authors.isEmpty()) {
			return authors;
		}
		this.oddities.add("it has no author: the newspaper stands for it");
		String source = this.row.getField("sumber").strip();
		return source.isEmpty() ? List.of()
				: List.of(source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1));
	}

	private @Nullable Instant publishedAt() {
		Instant publishedAt = IndonesianDate.parse(this.row.getField("tanggal_publikasi"));
		if (publishedAt == null) {
			this.oddities.add("it has no date that can be read: it stays a draft");
		}
		return publishedAt;
	}

	private static List<String> paragraphs(String body) {
		return body.lines().map(String::strip).filter((line) -> !line.isBlank()).toList();
	}

	private String repaired(String column) {
		String text = this.row.getField(column);
		if (Mojibake.in(text)) {
			this.oddities.add("its letters were garbled (UTF-8 read as Latin-1): repaired");
		}
		return PlainText.wellFormed(Mojibake.repair(text));
	}

	/** Titles are plain text already: no sign in them is markup. */
	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}

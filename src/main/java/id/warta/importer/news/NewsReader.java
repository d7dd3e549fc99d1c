package id.warta.importer.news;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.warta.importer.file.CountingInputStream;
import id.warta.importer.file.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the corpus row by row: UTF-8 with or without a byte order mark, quoted as RFC
 * 4180 says, the columns found by their names in the first line.
 */
public final class NewsReader implements AutoCloseable {

	private static final List<String> COLUMNS = List.of("sumber", "url", "judul", "author", "tanggal_publikasi",
			"isi_berita");

	private final Path file;

	private final CsvReader<NamedCsvRecord> reader;

	private final CloseableIterator<NamedCsvRecord> records;

	private long line = 1;

	private NewsReader(Path file, InputStream in) {
		this.file = file;
		this.reader = CsvReader.builder()
			.detectBomHeader(true)
			.allowMissingFields(true)
			.allowExtraFields(true)
			.ofNamedCsvRecord(in, StandardCharsets.UTF_8);
		this.records = this.reader.iterator();
	}

	/**
	 * Opens a file.
	 * @param bytesRead is told of every portion of bytes that was read
	 * @throws UnreadableFileException if it is not there or cannot be read
	 */
	public static NewsReader open(Path file, LongConsumer bytesRead) {
		try {
			return new NewsReader(file, new CountingInputStream(Files.newInputStream(file), bytesRead));
		}
		catch (NoSuchFileException ex) {
			throw new UnreadableFileException(file, "there is no such file");
		}
		catch (IOException ex) {
			throw new UnreadableFileException(file, "cannot be read: " + ex.getMessage());
		}
	}

	/**
	 * The next row, or {@code null} at the end of the file.
	 * @throws UnreadableFileException if the file is no such table
	 */
	public @Nullable NewsRow next() {
		try {
			return this.records.hasNext() ? row(this.records.next()) : null;
		}
		catch (CsvParseException | UncheckedIOException ex) {
			throw new UnreadableFileException(this.file, (int) this.line, 1, "not a table: " + ex.getMessage());
		}
	}

	private NewsRow row(NamedCsvRecord record) {
		if (this.line == 1) {
			requireColumns(record.getHeader());
		}
		this.line = record.getStartingLineNumber();
		if (record.getFieldCount() != record.getHeader().size()) {
			return new OddRow(this.line,
					"it has %d of %d columns".formatted(record.getFieldCount(), record.getHeader().size()));
		}
		return new NewsRowParser(record).parse();
	}

	private void requireColumns(List<String> header) {
		for (String column : COLUMNS) {
			if (!header.contains(column)) {
				throw new UnreadableFileException(this.file, 1, 1, "there is no column '" + column + "'");
			}
		}
	}

	@Override
	public void close() {
		try {
			this.reader.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package id.warta.importer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, ImportedContent.class })
class ImportCommandIntegrationTests {

	private static final Path FILES = Path.of("src/test/resources/importer");

	@Autowired
	private ImportCommand wordPress;

	@Autowired
	private ImportCsvCommand news;

	@Autowired
	private ImportedContent content;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final PrintStream realOut = System.out;

	private final PrintStream realErr = System.err;

	@BeforeEach
	void listen() {
		this.content.clear();
		System.setOut(new PrintStream(this.out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

	@AfterEach
	void stopListening() {
		System.setOut(this.realOut);
		System.setErr(this.realErr);
	}

	@Test
	void theReportIsPrinted() {
		assertThat(this.wordPress.run(List.of(FILES.resolve("portal.xml").toString(), "--continue"))).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("article          13 new")
			.contains("Left out:")
			.contains(": in the trash");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEmpty();
	}

	@Test
	void aWarningGoesToTheStandardError() {
		String file = FILES.resolve("no-version.xml").toString();
		assertThat(this.wordPress.run(List.of(file))).isZero();
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines())
			.containsExactly(file + ": warning: the file does not say its version of the format");
	}

	@Test
	void aFaultIsOneLineAndTheStatusIsOne() {
		String file = FILES.resolve("broken-tag.xml").toString();
		assertThat(this.wordPress.run(List.of(file))).isEqualTo(1);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).isEmpty();
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).singleElement()
			.asString()
			.startsWith(file + ":14:")
			.contains("not well-formed");
		assertThat(this.content.count("imported")).isZero();
	}

	@Test
	void aFaultOfATableIsOneLineToo() {
		String file = FILES.resolve("other-table.csv").toString();
		assertThat(this.news.run(List.of(file))).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines())
			.containsExactly(file + ":1:1: there is no column 'sumber'");
	}

	@Test
	void newsAreImported() {
		assertThat(this.news.run(List.of(FILES.resolve("news.csv").toString()))).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("article           7 new")
			.contains("row at line 12: it has no text");
	}

	@Test
	void misuseIsToldInALine() {
		assertThat(this.wordPress.run(List.of())).isEqualTo(64);
		assertThat(this.wordPress.run(List.of("a.xml", "--contine"))).isEqualTo(64);
		assertThat(this.news.run(List.of("a.csv", "b.csv"))).isEqualTo(64);
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).hasSize(3)
			.allMatch((line) -> line.startsWith("usage: import"));
	}

}

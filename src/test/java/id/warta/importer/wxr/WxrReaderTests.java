package id.warta.importer.wxr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import id.warta.importer.file.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class WxrReaderTests {

	private static final Path FILES = Path.of("src/test/resources/importer");

	@TempDir
	private Path folder;

	@Test
	void theSiteComesFirst() {
		WxrSite site = (WxrSite) read("portal.xml").get(0);
		assertThat(site.version()).isEqualTo("1.2");
		assertThat(site.address()).isEqualTo("https://kabar.example");
		assertThat(site.language()).isEqualTo("id-ID");
		assertThat(site.title()).isEqualTo("Kabar Contoh");
	}

	@Test
	void entriesComeInTheOrderOfTheFile() {
		List<WxrEntry> entries = read("portal.xml");
		assertThat(entries.subList(1, 3)).hasOnlyElementsOfType(WxrAuthor.class);
		assertThat(entries.subList(3, 15)).hasOnlyElementsOfType(WxrTerm.class);
		assertThat(entries.subList(15, entries.size())).hasOnlyElementsOfType(WxrItem.class).hasSize(34);
	}

	@Test
	void authorsAreShownByTheirDisplayNameOrTheirFullName() {
		assertThat(read("portal.xml")).filteredOn(WxrAuthor.class::isInstance)
			.map(WxrAuthor.class::cast)
			.extracting(WxrAuthor::login, WxrAuthor::name)
			.containsExactly(tuple("dewi", "Dewi Lestiani"), tuple("redaksi", "Redaksi Kabar"));
	}

	@Test
	void termsAreReadInWhateverWayTheyAreWritten() {
		assertThat(read("terms.xml")).filteredOn(WxrTerm.class::isInstance)
			.containsExactly(new WxrTerm("category", "1", "polos", "Tanpa CDATA", "", ""),
					new WxrTerm("post_tag", "2", "satu-baris", "Satu Baris", "", ""),
					new WxrTerm("khusus", "3", "istilah", "Istilah", "", ""));
	}

	@Test
	void itemsHoldTheirTermsFieldsAndComments() {
		WxrItem item = item("portal.xml", "101");
		assertThat(item.sticky()).isTrue();
		assertThat(item.terms()).contains(new WxrTermRef("topik", "musim-hujan", "Musim Hujan")).hasSize(6);
		assertThat(item.meta().all("_wp_old_slug")).containsExactly("pasar-terendam", "");
		assertThat(item.comments()).extracting(WxrComment::id, WxrComment::parent, WxrComment::approved)
			.startsWith(tuple("502", "501", "1"), tuple("501", "0", "1"))
			.hasSize(9);
	}

	@Test
	void emojiAndInvisibleLettersAreKept() {
		assertThat(item("portal.xml", "109").content()).contains("🚀").contains("\u202Eterbalik\u202C");
	}

	@Test
	void textsThatAreSplitOverSectionsAreWhole() {
		assertThat(item("portal.xml", "113").content()).endsWith("dan ]]> bukan akhir.");
	}

	@Test
	void theOldestVersionIsReadAsWell() {
		WxrItem item = item("version-1.0.xml", "1");
		assertThat(item.content()).isEqualTo("Baris satu\nbaris dua");
		assertThat(item.terms()).containsExactly(new WxrTermRef("category", "", "Anak"),
				new WxrTermRef("category", "anak", "Anak"), new WxrTermRef("post_tag", "", "Lama"),
				new WxrTermRef("post_tag", "lama", "Lama"), new WxrTermRef("post_tag", "", "Tanpa Siput"));
	}

	@Test
	void aMissingVersionReadsAsEmpty() {
		assertThat(((WxrSite) read("no-version.xml").get(0)).version()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "broken-tag.xml, 14, not well-formed", "broken-cdata.xml, 15, not well-formed",
			"broken-end.xml, 34, not well-formed", "doctype.xml, 2, a document type declaration is not allowed",
			"feed.xml, 2, not a WordPress export" })
	void faultsTellFileLineAndColumn(String name, int line, String reason) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(name))
			.withMessageMatching(FILES.resolve(name) + ":" + line + ":\\d+: " + reason + "[^\\n]*");
	}

	@Test
	void aMissingFileIsAFault() {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read("nowhere.xml"))
			.withMessage(FILES.resolve("nowhere.xml") + ": there is no such file");
	}

	@Test
	void aFileThatIsNoXmlIsAFault() throws IOException {
		Path file = Files.writeString(this.folder.resolve("text.xml"), "Ini bukan XML.");
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(file))
			.withMessageStartingWith(file + ":1:1: not well-formed");
	}

	@Test
	void lettersThatAreNoUtf8AreAFault() throws IOException {
		Path file = Files.write(this.folder.resolve("latin.xml"),
				Files.readString(FILES.resolve("terms.xml"))
					.replace("Istilah", "Istil\u00e4h")
					.getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(file))
			.withMessageMatching(file + ":\\d+:\\d+: not well-formed: .*");
	}

	@Test
	void aTextWithoutEndIsAFaultBeforeItFillsTheMemory() throws IOException {
		String text = "a".repeat(1 << 20);
		Path file = this.folder.resolve("long.xml");
		Files.writeString(file, Files.readString(FILES.resolve("terms.xml"))
			.replace("</channel>", "<item><title>" + text.repeat(17) + "</title></item></channel>"));
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("longer than");
	}

	@Test
	void allBytesAreCounted() throws IOException {
		AtomicLong bytes = new AtomicLong();
		Path file = FILES.resolve("portal.xml");
		try (WxrReader reader = WxrReader.open(file, bytes::addAndGet)) {
			while (reader.next() != null) {
				continue;
			}
		}
		assertThat(bytes).hasValue(Files.size(file));
	}

	private static WxrItem item(String name, String id) {
		return read(name).stream()
			.filter((entry) -> entry instanceof WxrItem item && item.id().equals(id))
			.map(WxrItem.class::cast)
			.findFirst()
			.orElseThrow();
	}

	private static List<WxrEntry> read(String name) {
		return read(FILES.resolve(name));
	}

	private static List<WxrEntry> read(Path file) {
		List<WxrEntry> entries = new ArrayList<>();
		try (WxrReader reader = WxrReader.open(file, (bytes) -> {
		})) {
			for (WxrEntry entry = reader.next(); entry != null; entry = reader.next()) {
				entries.add(entry);
			}
		}
		return entries;
	}

}

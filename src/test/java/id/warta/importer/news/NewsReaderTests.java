package id.warta.importer.news;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import id.warta.importer.file.UnreadableFileException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NewsReaderTests {

	private static final Path FILES = Path.of("src/test/resources/importer");

	private final List<NewsRow> rows = read("news.csv");

	@Test
	void everyRowIsAnArticleOrTellsWhyNot() {
		assertThat(this.rows).hasSize(10);
		assertThat(this.rows.subList(0, 7)).hasOnlyElementsOfType(NewsArticle.class);
		assertThat(this.rows.subList(7, 10)).containsExactly(new OddRow(11, "it has no address that can be read"),
				new OddRow(12, "it has no text"), new OddRow(13, "it has 3 of 6 columns"));
	}

	@Test
	void everyDateFormatIsRead() {
		assertThat(this.rows.subList(0, 7)).extracting((row) -> String.valueOf(((NewsArticle) row).publishedAt()))
			.containsExactly("2025-06-18T07:05:00Z", "2025-06-18T07:05:00Z", "2025-06-20T14:05:00Z",
					"2025-06-18T07:05:00Z", "2025-06-18T06:05:00Z", "2025-06-18T07:05:00Z", "null");
	}

	@Test
	void theAddressTellsTheSections() {
		assertThat(article(0).sections()).containsExactly(new Section("regional", "Regional"));
		assertThat(article(1).sections()).containsExactly(new Section("oto", "Oto"),
				new Section("mobil-listrik", "Mobil Listrik"));
		assertThat(article(2).sections()).containsExactly(new Section("bola", "Bola"));
	}

	@Test
	void anArticleIsKnownByItsAddressWithoutTheQuery() {
		assertThat(article(1).address()).isEqualTo("https://oto.kabar.example/mobil-listrik/d-2/mobil-baru");
		assertThat(article(1).slug()).isEqualTo("mobil-baru");
	}

	@Test
	void linesBecomeParagraphs() {
		assertThat(article(0).paragraphs()).containsExactly("Hujan turun sejak subuh.",
				"Sungai naik & jalan < tergenang.");
	}

	@Test
	void garbledLettersAreRepairedAndTold() {
		assertThat(article(2).paragraphs()).containsExactly("Skor akhir 2×1 • selesai");
		assertThat(article(2).oddities()).singleElement().asString().contains("garbled");
	}

	@Test
	void aMissingTitleIsTakenFromTheAddressAndAMissingAuthorIsTheNewspaper() {
		assertThat(article(5).title()).isEqualTo("Tanpa judul asli");
		assertThat(article(5).authors()).containsExactly("Surat.example");
		assertThat(article(5).oddities()).hasSize(2);
	}

	@Test
	void aMissingDateIsTold() {
		assertThat(article(6).oddities()).singleElement().asString().contains("draft");
	}

	@Test
	void anotherTableIsAFault() {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read("other-table.csv"))
			.withMessage(FILES.resolve("other-table.csv") + ":1:1: there is no column 'sumber'");
	}

	private NewsArticle article(int index) {
		return (NewsArticle) this.rows.get(index);
	}

	private static List<NewsRow> read(String name) {
		List<NewsRow> rows = new ArrayList<>();
		try (NewsReader reader = NewsReader.open(FILES.resolve(name), (bytes) -> {
		})) {
			for (NewsRow row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		return rows;
	}

}

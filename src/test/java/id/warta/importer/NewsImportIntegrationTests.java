package id.warta.importer;

import java.nio.file.Path;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.importer.file.UnreadableFileException;
import id.warta.importer.store.Kind;
import id.warta.importer.store.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
@Import({ TestContent.class, ImportedContent.class })
class NewsImportIntegrationTests {

	private static final Path FILES = Path.of("src/test/resources/importer");

	@Autowired
	private NewsImport news;

	@Autowired
	private ImportedContent content;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void rowsBecomeArticles() {
		ImportReport report = run(FILES.resolve("news.csv"));
		assertThat(this.content.rows("""
				select a.slug, a.title, a.status, a.published_at, c.slug as category,
					(select string_agg(w.name, ', ' order by r.position) from article_author r
						join author w on w.id = r.author_id where r.article_id = a.id) as authors
				from article a join article_category ac on ac.article_id = a.id
				join category c on c.id = ac.category_id order by a.id""")).containsExactly(
				"hujan-di-hulu|Hujan di Hulu|PUBLISHED|2025-06-18T07:05:00+00:00|regional|Sulastri",
				"mobil-baru|Mobil Baru|PUBLISHED|2025-06-18T07:05:00+00:00|mobil-listrik|Rangga Putra, Wisma",
				"gol-akhir|Gol Akhir|PUBLISHED|2025-06-20T14:05:00+00:00|bola|Tim Surat",
				"putusan-hakim|Putusan Hakim|PUBLISHED|2025-06-18T07:05:00+00:00|hukum|Surat.example",
				"rapat-pagi|Rapat Pagi|PUBLISHED|2025-06-18T06:05:00+00:00|nasional|Irwan Kamil, Jessi Karin",
				"tanpa-judul-asli|Tanpa judul asli|PUBLISHED|2025-06-18T07:05:00+00:00|rejabar|Surat.example",
				"kapan-ini|Kapan Ini|DRAFT|cekfakta|Surat.example");
		assertThat(report.leftOut()).containsExactly("row at line 11: it has no address that can be read",
				"row at line 12: it has no text", "row at line 13: it has 3 of 6 columns");
		assertThat(report.notes()).hasSize(4);
	}

	@Test
	void textsAreEscaped() {
		run(FILES.resolve("news.csv"));
		assertThat(this.content.one("select body from article where slug = 'hujan-di-hulu'"))
			.isEqualTo("<p>Hujan turun sejak subuh.</p>\n<p>Sungai naik &amp; jalan &lt; tergenang.</p>");
		assertThat(this.content.one("select plain_text from article where slug = 'hujan-di-hulu'"))
			.isEqualTo("Hujan turun sejak subuh.\nSungai naik & jalan < tergenang.");
	}

	@Test
	void sectionsStandBelowOneAnother() {
		run(FILES.resolve("news.csv"));
		assertThat(this.content.rows("""
				select c.slug, c.name, p.slug as parent from category c join category p on p.id = c.parent_id"""))
			.containsExactly("mobil-listrik|Mobil Listrik|oto");
	}

	@Test
	void aSecondRunChangesNothing() {
		run(FILES.resolve("news.csv"));
		Map<String, String> before = this.content.state();
		assertThat(run(FILES.resolve("news.csv")).tally().written()).isZero();
		assertThat(this.content.state()).isEqualTo(before);
	}

	@Test
	void anotherTableIsRefused() {
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> run(FILES.resolve("other-table.csv")));
		assertThat(this.content.count("article")).isZero();
	}

	@Test
	void theWholeCorpusIsImported() {
		ImportReport report = run(TestData.file("corpus/indonesian-news-2025-06-18.csv"));
		assertThat(report.tally().count(Kind.ARTICLE, Outcome.NEW)).isEqualTo(1973);
		assertThat(report.leftOut()).isEmpty();
		assertThat(report.notes()).hasSize(8 + 8 + 1 + 15);
		assertThat(this.content.rows("select status, count(*) from article group by 1 order by 1"))
			.containsExactly("DRAFT|1", "PUBLISHED|1972");
		assertThat(this.content.one("select count(*) from article where title = '' or plain_text ~ '[\u0080-\u009f]'"))
			.isEqualTo("0");
		assertThat(this.content.one("select count(*) from article_category")).isEqualTo("1973");
	}

	private ImportReport run(Path file) {
		return this.news.whole(file, (bytes) -> {
		}).blockOptional().orElseThrow();
	}

}

package id.warta.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.importer.TestData;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found in two thousand real articles, where they are at hand. An article's slug
 * is {@code r} and the number of its row; counts were taken by other means.
 */
@IntegrationTest
@Import(TestContent.class)
class CorpusSearchIntegrationTests {

	private static final int BATCH = 200;

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	@Test
	void theTableOfCasesHolds() throws IOException {
		Path corpus = TestData.file("corpus/indonesian-news-2025-06-18.csv");
		this.content.clear();
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(corpus)) {
			List<NamedCsvRecord> batch = new ArrayList<>();
			for (NamedCsvRecord row : rows) {
				batch.add(row);
				if (batch.size() == BATCH) {
					write(batch);
				}
			}
			write(batch);
		}
		this.content.changed();
		try (BufferedReader table = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(getClass().getResourceAsStream("/search/corpus-cases.csv")),
				StandardCharsets.UTF_8))) {
			assertThat(new SearchCases(new TestSearch(this.content, this.service)).check(table.lines()))
				.isGreaterThanOrEqualTo(60);
		}
	}

	private void write(List<NamedCsvRecord> batch) {
		this.content.run("""
				insert into article (slug, title, plain_text, status, published_at)
				select 'r' || n.number + r.place, r.title, r.text, 'PUBLISHED',
				    timestamptz '2025-06-18T00:00:00Z' - (n.number + r.place) * interval '1 minute'
				from (select count(*) as number from article) n,
				unnest(:titles, :texts) with ordinality r (title, text, place) order by r.place""",
				Map.of("titles", column(batch, "judul"), "texts", column(batch, "isi_berita")));
		batch.clear();
	}

	private static String[] column(List<NamedCsvRecord> batch, String name) {
		return batch.stream().map((row) -> row.getField(name)).toArray(String[]::new);
	}

}

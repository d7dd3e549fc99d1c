package id.warta.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found in a few texts of our own, and what whatever somebody types does.
 */
@IntegrationTest
@Import(TestContent.class)
class SearchIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private TestSearch search;

	@BeforeEach
	void publish() {
		this.search = new TestSearch(this.content, this.service);
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('daerah', 'Daerah'), ('dunia', 'Dunia')");
		this.content.run("insert into category (slug, name, parent_id) values ('jawa', 'Jawa', 1)");
		this.content.run("insert into tag (slug, name) values ('bencana', 'Bencana Alam'), ('basket', 'Bola Basket')");
		this.content.run("insert into author (slug, name) values ('ratna', 'Ratna Kusuma'), ('bayu', 'Bayu Ratna')");
		this.search.publish("banjir", "id", "Banjir di Jakarta Utara", "Air setinggi lutut mulai surut pagi ini.");
		this.search.publish("kebanjiran", "id", "Panen Padi Tertunda", "Sawah kebanjiran, petani menunggu air turun.");
		this.search.publish("bekasi", "id", "Jalan Baru di Bekasi", "Pengendara memuji aspalnya.");
		this.search.publish("bekas", "id", "Harga Mobil Bekas Turun", "Pedagang di pasar mobil mengeluh.");
		this.search.publish("jumat", "id", "Salat Jum'at Perdana", "Masjid itu dibuka kemarin.");
		this.search.publish("covid", "id", "Vaksin Covid-19 Tiba", "Puskesmas menyimpannya dingin.");
		this.search.publish("gempa", "id", "Gempa Mengguncang Lembah", "Magnitudo 5,4; 17.000 rumah tanpa listrik.");
		this.search.publish("rencana", "id", "Anggaran 2026-2027 Disusun", "Dewan menimbang pos demi pos.");
		this.search.publish("kafe", "id", "Café Tua di Sudut Kota", "Kopinya masih sama.");
		this.search.publish("anak", "id", "Taman untuk Anak-Anak", "Ayunan dan perosotan.");
		this.search.publish("tautan", "id", "Sebuah Tautan",
				"Selengkapnya di https://www.kompas.com/berita/lokal saja.");
		this.search.publish("flood", "en", "Streets Flooded Again", "The river rose at night.");
		this.search.publish("german", "de", "Die neue Straße", "Eine Brücke kommt später.");
		this.content.run("insert into article_tag select id, 0, 1 from article where slug = 'gempa'");
		this.content.run("insert into article_author select id, 0, 1 from article where slug = 'gempa'");
		this.content
			.run("insert into article_category select id, 0, 3 from article where slug in ('banjir', 'bekasi')");
		this.content.changed();
	}

	@Test
	void theTableOfCasesHolds() throws IOException {
		try (BufferedReader table = new BufferedReader(
				new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("/search/own-cases.csv")),
						StandardCharsets.UTF_8))) {
			assertThat(new SearchCases(this.search).check(table.lines())).isGreaterThan(50);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "banjir | <mark>Banjir</mark> di Jakarta Utara |",
			"lutut air banjir | <mark>Banjir</mark> di Jakarta Utara | <mark>Air</mark> setinggi <mark>lutut</mark> mulai surut pagi" })
	void wordsAreMarked(String query, String title, String body) {
		GraphQlTester.Response response = this.search.search(query);
		Map<?, ?> hit = response.path("search.edges[0]").entity(Map.class).get();
		assertThat(hit.get("titleHighlight")).isEqualTo(title);
		assertThat(hit.get("bodyHighlight")).isEqualTo(body);
	}

	@Test
	void markupInTextsIsEscapedAndMarksInThemAreNone() {
		this.search.publish("nakal", "id", "<b>Nakal</b> & \"kutip\" \uE000x\uE001", "Teks <i>nakal</i> itu 5 < 6.");
		this.content.changed();
		Map<?, ?> hit = this.search.search("nakal").path("search.edges[0]").entity(Map.class).get();
		assertThat(hit.get("titleHighlight"))
			.isEqualTo("&lt;b&gt;<mark>Nakal</mark>&lt;/b&gt; &amp; &quot;kutip&quot; x");
		assertThat(String.valueOf(hit.get("bodyHighlight"))).contains("<mark>nakal</mark>").doesNotContain("<i>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\"", "\"\"\"", "-", "---", "-\"", "or", "or or or", "& | ! ( ) <-> :*", "!!!",
			"''''", "\\", "\\\\'", "%_%", "${jndi}", "'; drop table article; --", "()()(", "a & | b", ":A", "-a -b",
			"🦜", "\u200B\u2060", "\u202E", "(a+)+$", "(a|a)*b", "[[:alnum:]]+{9999}", "zz'zz", "zz\\'zz", "<b>",
			"/c1 /kNEWS", "0", "=zz" })
	void whateverElseIsTypedFindsNothingAndFailsNot(String query) {
		this.search.search(query).path("search.totalCount").entity(Integer.class).isEqualTo(0);
	}

	@Test
	void aQueryOfThirtyLongPartsIsAnswered() {
		for (String part : List.of("\"a b", "a-b-c-d ", "x\"y ", "--a ", "a or ", "((((a+)+)+)+$ ", "aaaaaaaaa ")) {
			String query = String.join("", Collections.nCopies(10, part));
			this.search.search(query).path("search.edges").entityList(Object.class);
		}
	}

	@Test
	void tooMuchIsRefused() {
		refused("x".repeat(10_000));
		refused("a ".repeat(SearchText.MAX_TERMS + 1));
		this.search.search("x".repeat(SearchText.MAX_LENGTH))
			.path("search.totalCount")
			.entity(Integer.class)
			.isEqualTo(0);
	}

	private void refused(String query) {
		this.search.search(query)
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")
					.containsEntry("argument", "query")));
	}

	@Test
	void whatPostgresqlCannotHoldIsRefused() {
		for (String query : List.of("a\u0000b", "a\uD800")) {
			this.search.search(query)
				.errors()
				.satisfy((errors) -> assertThat(errors).singleElement()
					.satisfies((error) -> assertThat(error.getExtensions().get("code")).asString()
						.doesNotContain("INTERNAL")));
		}
	}

	@Test
	void aCursorOfAnotherSearchIsRefused() {
		String cursor = this.search.search("banjir").path("search.pageInfo.endCursor").entity(String.class).get();
		this.search.search("banjir", Map.of("after", cursor)).path("search.edges").entityList(Object.class).hasSize(0);
		badCursor("gempa", Map.of("after", cursor));
		badCursor("banjir", Map.of("after", cursor, "orderBy", "NEWEST"));
		badCursor("banjir", Map.of("after", cursor, "where", Map.of("featured", Map.of("eq", true))));
		badCursor("banjir", Map.of("after", "czEK"));
	}

	private void badCursor(String query, Map<String, Object> arguments) {
		this.search.search(query, arguments)
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_CURSOR")));
	}

	@ParameterizedTest
	@CsvSource({ "jal, 1, 0", "jalan di, 1, 0", "jalan baru, 1, 0", "bekasi ja, 1, 0", "GEM, 1, 0", "b, 0, 0",
			"be, 2, 1", "ba, 2, 1", "alam, 0, 1", "zz, 0, 0", "'%', 0, 0", "'a\\', 0, 0", "'\"', 0, 0", "'', 0, 0" })
	void suggestionsFollowWhatWasBegun(String prefix, int articles, int tags) {
		GraphQlTester.Response response = this.search.suggest(prefix);
		response.path("suggest.articles").entityList(Object.class).hasSize(articles);
		response.path("suggest.tags").entityList(Object.class).hasSize(tags);
	}

	@Test
	void suggestionsOfAKindComeByTheNumberOfTheirArticles() {
		GraphQlTester.Response response = this.search.suggest("ratna");
		response.path("suggest.authors[*].slug").entityList(String.class).containsExactly("ratna", "bayu");
		this.search.suggest("daer")
			.path("suggest.categories[*].slug")
			.entityList(String.class)
			.containsExactly("daerah");
	}

	@Test
	void conditionsNarrowASearch() {
		assertThat(hits(Map.of("category", Map.of("eq", "daerah")))).containsExactlyInAnyOrder("banjir", "bekasi");
		assertThat(hits(Map.of("category", Map.of("eq", "daerah", "descendants", false)))).isEmpty();
		assertThat(hits(Map.of("category", Map.of("eq", "tidak-ada")))).isEmpty();
		assertThat(hits(Map.of("language", Map.of("eq", "en")))).containsExactly("flood");
		assertThat(hits(Map.of("tag", Map.of("in", List.of("bencana", "tidak-ada"))))).containsExactly("gempa");
		assertThat(hits(Map.of("author", Map.of("eq", "ratna"), "type", Map.of("eq", "NEWS"))))
			.containsExactly("gempa");
		assertThat(hits(Map.of("publishedAt", Map.of("gte", "2025-08-01T05:00:00Z", "lt", "2025-08-02T05:00:01Z"))))
			.containsExactlyInAnyOrder("kebanjiran", "bekasi");
		assertThat(hits(
				Map.of("OR", List.of(Map.of("tag", Map.of("eq", "bencana")), Map.of("language", Map.of("eq", "en"))))))
			.containsExactlyInAnyOrder("gempa", "flood");
		assertThat(hits(Map.of("NOT", Map.of("language", Map.of("eq", "id")), "AND",
				List.of(Map.of("language", Map.of("in", List.of("id", "en")))))))
			.containsExactly("flood");
		assertThat(hits(Map.of("featured", Map.of("eq", true)))).isEmpty();
	}

	private List<String> hits(Map<String, Object> where) {
		return this.search.search("banjir or gempa or flood or bekasi or panen", Map.of("where", where))
			.path("search.edges[*].node.slug")
			.entityList(String.class)
			.get();
	}

}

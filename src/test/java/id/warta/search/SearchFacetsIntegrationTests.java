package id.warta.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Totals and facets are what a count by brute force gives.
 */
@IntegrationTest
@Import(TestContent.class)
class SearchFacetsIntegrationTests {

	private static final String FOUND = """
			with recursive up (category_id, ancestor_id) as (
			    select id, id from category
			    union select up.category_id, c.parent_id from up join category c on c.id = up.ancestor_id
			    where c.parent_id is not null),
			found as (
			    select a.id, a.published_at from article a where a.status = 'PUBLISHED'
			    and (a.title like '%%banjir%%' or a.plain_text like '%%banjir%%') and %s)
			""";

	private static final Map<String, String> COUNTS = Map.of("categories[*].category", """
			select c.slug as name, count(distinct f.id) as n from found f join article_category x on x.article_id = f.id
			join up on up.category_id = x.category_id join category c on c.id = up.ancestor_id group by 1""",
			"tags[*].tag", """
					select t.slug as name, count(*) as n from found f join article_tag x on x.article_id = f.id
					join tag t on t.id = x.tag_id group by 1""", "authors[*].author",
			"""
					select w.slug as name, count(distinct f.id) as n from found f join article_author x on x.article_id = f.id
					join author w on w.id = x.author_id group by 1""");

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService service;

	private TestSearch search;

	@BeforeEach
	void clear() {
		this.search = new TestSearch(this.content, this.service);
		this.content.clear();
		this.content.run("insert into category (slug, name, parent_id) select 'c' || i, 'C', nullif(i / 2, 0) "
				+ "from generate_series(1, 7) i");
		this.content.run("insert into tag (slug, name) select 't' || i, 'T' from generate_series(1, 6) i");
		this.content.run("insert into author (slug, name) select 'w' || i, 'W' from generate_series(1, 4) i");
	}

	@ParameterizedTest
	@ValueSource(longs = { 21, 22 })
	void totalsAndFacetsAreThoseOfACount(long seed) {
		write(new Random(seed));
		Map<Map<String, Object>, String> conditions = new LinkedHashMap<>();
		conditions.put(Map.of(), "true");
		conditions.put(Map.of("featured", Map.of("eq", true)), "a.featured");
		conditions.put(Map.of("tag", Map.of("eq", "t1")),
				"exists (select from article_tag x where x.article_id = a.id and x.tag_id = 1)");
		conditions.put(
				Map.of("NOT", Map.of("tag", Map.of("eq", "t1")), "publishedAt", Map.of("lt", "2025-06-01T00:00:00Z")),
				"not exists (select from article_tag x where x.article_id = a.id and x.tag_id = 1) "
						+ "and a.published_at < '2025-06-01T00:00:00Z'");
		conditions.forEach((where, condition) -> compare(seed, where, condition));
	}

	private void write(Random random) {
		for (int id = 1; id <= 80; id++) {
			this.content.run("""
					insert into article (id, slug, title, plain_text, status, featured, published_at)
					values (:id, 's' || :id, :title, :text, :status, :featured,
					    timestamptz '2025-08-03T00:00:00Z' - :days * interval '1 day')""",
					Map.of("id", id, "title", random.nextBoolean() ? "Banjir banjir" : "Kering", "text",
							random.nextBoolean() ? "soal banjir" : "lain", "status",
							(random.nextInt(5) > 0) ? "PUBLISHED" : "DRAFT", "featured", random.nextBoolean(), "days",
							random.nextInt(300)));
			relate("category", id, random.nextInt(7), 7);
			relate("tag", id, random.nextInt(6), 6);
			relate("author", id, random.nextInt(4), 4);
		}
		this.content.changed();
	}

	private void relate(String what, int article, int first, int all) {
		this.content
			.run("insert into article_%1$s (article_id, position, %1$s_id) values (%2$d, 0, %3$d), (%2$d, 1, %4$d)"
				.formatted(what, article, first + 1, (first + 1 + article % (all - 1)) % all + 1));
	}

	private void compare(long seed, Map<String, Object> where, String condition) {
		GraphQlTester.Response response = this.search.search("banjir", Map.of("where", where));
		String found = FOUND.formatted(condition);
		assertThat(response.path("search.totalCount").entity(String.class).get()).as("seed %d, %s", seed, where)
			.isEqualTo(this.content.one(found + "select count(*) from found"));
		assertThat(response.path("search.edges").entityList(Object.class).get())
			.hasSize(response.path("search.totalCount").entity(Integer.class).get());
		COUNTS.forEach((path, sql) -> assertThat(facets(response, path)).as("seed %d, %s", seed, where)
			.isEqualTo(this.content.one(found + ordered(sql))));
		assertThat(months(response)).as("seed %d, %s", seed, where).isEqualTo(this.content.one(found + """
				select coalesce(string_agg(name || ' ' || n, ', ' order by n desc, name desc), '') from (
				select to_char(published_at at time zone 'Asia/Jakarta', 'YYYY-MM-01') as name, count(*) as n
				from found group by 1) x"""));
	}

	private static String ordered(String sql) {
		return "select coalesce(string_agg(name || ' ' || n, ', ' order by n desc, length(name), name), '') from ("
				+ sql + ") x";
	}

	private static String facets(GraphQlTester.Response response, String path) {
		List<String> names = response.path("search.facets." + path + ".slug").entityList(String.class).get();
		List<String> counts = response.path("search.facets." + path.replaceAll("\\..*", "") + ".count")
			.entityList(String.class)
			.get();
		return joined(names, counts);
	}

	private static String months(GraphQlTester.Response response) {
		return joined(response.path("search.facets.months[*].date").entityList(String.class).get(),
				response.path("search.facets.months[*].count").entityList(String.class).get());
	}

	private static String joined(List<String> names, List<String> counts) {
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < names.size(); i++) {
			joined.append(joined.isEmpty() ? "" : ", ").append(names.get(i)).append(' ').append(counts.get(i));
		}
		return joined.toString();
	}

}

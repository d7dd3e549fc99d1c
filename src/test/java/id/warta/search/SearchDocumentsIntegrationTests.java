package id.warta.search;

import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents are kept right, whatever is done to articles, tags and authors.
 */
@IntegrationTest
@Import(TestContent.class)
class SearchDocumentsIntegrationTests {

	private static final String DIFFERENT_DOCUMENTS = """
			select count(*) from article a full join search_document d on d.article_id = a.id
			where d.document is distinct from case when a.status = 'PUBLISHED' and coalesce(a.embargo_until <= now(), true)
			    then search_body(a) || search_filings(a) end
			or d.published_at <> a.published_at""";

	private static final String DIFFERENT_WORDS = """
			select count(*) from (
			    select search_vocabulary(document) as word, count(*) as articles from search_document group by 1) counted
			full join search_word kept using (word) where counted.articles is distinct from kept.articles""";

	private static final List<String> WORDS = List.of("Banjir", "Kebanjiran", "Jakarta", "Bekasi", "Covid-19", "2027",
			"Jum'at", "café", "");

	@Autowired
	private TestContent content;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@ParameterizedTest
	@ValueSource(longs = { 31, 32 })
	void documentsAndWordsFollowRandomChanges(long seed) {
		Random random = new Random(seed);
		this.content.run("insert into author (slug, name) select 'w' || i, 'Ratna ' || i from generate_series(1, 4) i");
		this.content.run("insert into tag (slug, name) select 't' || i, 'Bencana ' || i from generate_series(1, 6) i");
		this.content.run("insert into category (slug, name) select 'c' || i, 'C' from generate_series(1, 4) i");
		for (int step = 0; step < 80; step++) {
			change(random, step);
			if (random.nextInt(10) == 0) {
				this.content.one("select search_catch_up(3)");
				hiddenOnesAreGone(seed);
			}
		}
		this.content.searchable();
		assertThat(this.content.one(DIFFERENT_DOCUMENTS)).as("seed %d", seed).isEqualTo("0");
		assertThat(this.content.one(DIFFERENT_WORDS)).as("seed %d", seed).isEqualTo("0");
		assertThat(this.content.one("select count(*) from search_document")).isNotEqualTo("0");
	}

	private void hiddenOnesAreGone(long seed) {
		assertThat(this.content
			.one("select count(*) from search_document d join article a on a.id = d.article_id where not a.visible"))
			.as("seed %d", seed)
			.isEqualTo("0");
	}

	private void change(Random random, int step) {
		Map<String, Object> some = Map.of("n", random.nextInt(1, 8), "modulo", random.nextInt(2, 7), "text",
				WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size())));
		switch (random.nextInt(14)) {
			case 0, 1 -> this.content.run("""
					insert into article (slug, title, plain_text, excerpt, status, published_at, language)
					select 's' || %d || '-' || i, :text, :text, nullif(i, 2)::text,
					    (array['DRAFT', 'PUBLISHED', 'PUBLISHED'])[1 + i %% 3], now() - i * interval '9 days',
					    (array['id', 'en-US', 'xx'])[1 + (i + :modulo) %% 3]
					from generate_series(1, :n) i""".formatted(step), some);
			case 2 -> relate("category", 4, random);
			case 3 -> relate("tag", 6, random);
			case 4 -> relate("author", 4, random);
			case 5 -> edit("status = case status when 'PUBLISHED' then 'WITHDRAWN' else 'PUBLISHED' end", some);
			case 6 -> edit("published_at = published_at + :n * interval '3 days'", some);
			case 7 -> edit("embargo_until = case when :n < 4 then now() + interval '1 day' end", some);
			case 8 -> edit("title = :text", some);
			case 9 -> edit("plain_text = :text, subtitle = :text", some);
			case 10 -> edit("language = 'en', type = 'OPINION'", some);
			case 11 -> this.content.run("update tag set name = :text || 'x' where id % :modulo = 0 and :n > 0", some);
			case 12 ->
				this.content.run("update author set name = :text || 'y' where id % :modulo = 0 and :n > 0", some);
			default -> this.content
				.run("delete from article where id % :modulo = 0 and id % 3 = :n % 3 and :text <> ''", some);
		}
		if (random.nextInt(8) == 0) {
			this.content.run("delete from article_tag where article_id % 3 = 0");
		}
	}

	private void edit(String assignment, Map<String, Object> some) {
		this.content.run("update article set " + assignment + " where id % :modulo = 0 and :n > 0 and :text <> ''",
				some);
	}

	private void relate(String what, int most, Random random) {
		this.content.run("""
				insert into article_%1$s (article_id, position, %1$s_id)
				select id, 100 + %2$d, %3$d from article where id %% %4$d = 0 on conflict do nothing""".formatted(what,
				random.nextInt(5), random.nextInt(1, most + 1), random.nextInt(1, 4)));
	}

	@Test
	void veryLongTextsFit() {
		this.content
			.run("""
					insert into article (slug, title, excerpt, plain_text, status, published_at)
					select 'panjang', repeat('judul ', 5000), repeat('x', 100000),
					    string_agg(i || ' kata' || md5(i::text), ' '), 'PUBLISHED', now() from generate_series(1, 60000) i""");
		this.content.run("insert into tag (slug, name) values ('t', repeat('tag ', 3000))");
		this.content.run("insert into article_tag select id, 0, 1 from article");
		this.content.searchable();
		assertThat(this.content.one(DIFFERENT_DOCUMENTS)).isEqualTo("0");
	}

}

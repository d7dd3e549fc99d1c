package id.warta.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestListings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The triggers keep the lists and their totals right, whatever is done to articles and
 * categories.
 */
@IntegrationTest
@Import({ TestContent.class, TestListings.class })
class ArticleListingIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TallyCompaction compaction;

	@Autowired
	private TestListings listings;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void totalsAreAddedUp() {
		List.of("a", "b", "c").forEach((slug) -> this.content.article(slug));
		this.compaction.run(Instant.parse("2099-01-01T00:00:00Z")).block(Duration.ofSeconds(30));
		assertThat(this.content.one("select count(*) || ' ' || sum(delta) from article_tally where list = 'site'"))
			.isEqualTo("1 3");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void listsAndTotalsFollowRandomChanges(long seed) {
		Random random = new Random(seed);
		this.content.run("insert into author (slug, name) select 'w' || i, 'W' from generate_series(1, 4) i");
		this.content.run("insert into tag (slug, name) select 't' || i, 'T' from generate_series(1, 6) i");
		this.content.run("insert into category (slug, name) select 'c' || i, 'C' from generate_series(1, 8) i");
		for (int step = 0; step < 120; step++) {
			change(random, step);
		}
		assertThat(this.listings.differences()).as("differences with seed %d", seed).isZero();
	}

	private void change(Random random, int step) {
		Map<String, Object> some = Map.of("n", random.nextInt(1, 10), "modulo", random.nextInt(2, 7));
		switch (random.nextInt(12)) {
			case 0, 1,
					2 ->
				this.content
					.run("""
							insert into article (slug, title, status, published_at)
							select 's' || %d || '-' || i, 'T', (array['DRAFT', 'PUBLISHED', 'PUBLISHED', 'SCHEDULED'])[1 + i %% 4],
							    now() - i * interval '1 hour' from generate_series(1, :n) i
							where :modulo > 0"""
						.formatted(step), some);
			case 3 -> relate("article_category", "category_id", 8, random);
			case 4 -> relate("article_tag", "tag_id", 6, random);
			case 5 -> relate("article_author", "author_id", 4, random);
			case 6 -> this.content.run("""
					update article set status = case status when 'PUBLISHED' then 'WITHDRAWN' else 'PUBLISHED' end
					where id % :modulo = 0 and :n > 0""", some);
			case 7 -> this.content.run("""
					update article set published_at = published_at + :n * interval '1 minute'
					where id % :modulo = 0""", some);
			case 8 -> this.content.run("""
					update article set embargo_until = case when :n < 5 then now() + interval '1 day' end
					where id % :modulo = 0""", some);
			case 9 -> this.content.run("delete from article where id % :modulo = 0 and id % :n = 0", some);
			case 10 -> this.content.run("delete from article_category where (article_id + :n) % :modulo = 0", some);
			default -> move(random);
		}
		if (random.nextInt(10) == 0) {
			this.content.one("select article_tally_compact()::text");
		}
	}

	private void relate(String table, String column, int most, Random random) {
		this.content.run("""
				insert into %s (article_id, position, %s)
				select id, 100 + %d, %d from article where id %% %d = 0 on conflict do nothing""".formatted(table,
				column, random.nextInt(5), random.nextInt(1, most + 1), random.nextInt(1, 4)));
	}

	/** Only upwards in the order of ids, so that no move makes a cycle. */
	private void move(Random random) {
		int category = random.nextInt(2, 9);
		this.content.run("update category set parent_id = nullif(%d, 0) where id = %d"
			.formatted(random.nextInt(category), category));
	}

}

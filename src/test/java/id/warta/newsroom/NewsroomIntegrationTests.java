package id.warta.newsroom;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.platform.ConflictException;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the newsroom does is done whole, with one event that says all that streams need,
 * or not at all.
 */
@IntegrationTest
@Import(TestContent.class)
class NewsroomIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/** What the log says about the article since the test has begun. */
	private static final String EVENTS = """
			select coalesce(string_agg(concat_ws(' ', kind, payload ->> 'revision', 'c' || (payload ->> 'categories'),
			    't' || (payload ->> 'tags'), 'a' || (payload ->> 'authors'), 'breaking ' || (payload ->> 'breaking'),
			    payload ->> 'reason'), ', ' order by position), 'none')
			from event_log where position > %s and subject_type = 'Article' and subject_id = %d""";

	@Autowired
	private TestContent content;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private long article;

	private @Nullable String head;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'N'), ('daerah', 'D')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B'), ('gempa', 'G')");
		this.content.run("insert into author (slug, name) values ('sri', 'S'), ('budi', 'B')");
		this.article = this.content.article("banjir", "nasional");
		this.content.run("insert into article_tag values (1, 0, 1)");
		this.content.run("insert into article_author values (1, 0, 1)");
		this.head = this.content.one("select position from event_log_head");
	}

	@ParameterizedTest
	@CsvSource({ "DRAFT,", "SUBMITTED,", "SCHEDULED, now() + interval '1 day'" })
	void whatWasNotPublishedIsPublishedNow(String status, @Nullable String due) {
		state(status, due);
		assertThat(this.newsroom.publish(Viewer.OPERATOR, this.article).block()).isEqualTo(1);
		assertThat(this.content
			.one("""
					select status || ' ' || visible || ' ' || (published_at between now() - interval '30 s' and now()) || ' '
					    || (first_published_at = published_at) from article"""))
			.isEqualTo("PUBLISHED true true true");
		assertThat(events()).isEqualTo("ARTICLE_PUBLISHED 1 c[1] t[1] a[1]");
	}

	@Test
	void whatCarriesADateOfThePastKeepsIt() {
		state("DRAFT", "'2020-02-02T02:02:02Z'");
		this.newsroom.publish(Viewer.OPERATOR, this.article).block();
		assertThat(this.content.one("select published_at = '2020-02-02T02:02:02Z' from article")).isEqualTo("true");
	}

	@Test
	void whatIsUnderEmbargoIsPublishedSilently() {
		state("DRAFT", null);
		this.content.run("update article set embargo_until = now() + interval '1 day'");
		assertThat(this.newsroom.publish(Viewer.OPERATOR, this.article).block()).isEqualTo(1);
		assertThat(this.content.one("select status from article")).isEqualTo("PUBLISHED");
		assertThat(events()).isEqualTo("none");
	}

	@Test
	void anEditWritesWhatItHoldsAndWhatIsDerivedFromIt() {
		this.content.run("update article set subtitle = 'S', excerpt = 'E', body = '<p>Lama</p>'");
		update(1,
				title(" Baru\n sekali ").withSubtitle("")
					.withBody("<p onclick=\"x()\">Satu dua <b>tiga</b></p><script>x</script>"))
			.as(StepVerifier::create)
			.expectNext(2)
			.verifyComplete();
		assertThat(this.content.one("""
				select concat_ws('|', title, coalesce(subtitle, '-'), excerpt, body, plain_text, word_count,
				    reading_minutes, revision, updated_at > created_at) from article"""))
			.isEqualTo("Baru sekali|-|E|<p>Satu dua <b>tiga</b></p>|Satu dua tiga|3|1|2|t");
		assertThat(events()).isEqualTo("ARTICLE_UPDATED 2 c[1] t[1] a[1]");
	}

	@Test
	void relativeAddressesInATextAreTheSitesOwn() {
		this.content.run("update site set url = 'https://kabar.example'");
		update(1, ArticleEdit.NONE.withBody("<p><a href=\"/a\">a</a></p>")).block();
		assertThat(this.content.one("select body from article"))
			.isEqualTo("<p><a href=\"https://kabar.example/a\">a</a></p>");
	}

	@Test
	void anEditThatFilesAnArticleElsewhereIsToldInTheOldPlacesToo() {
		update(1,
				ArticleEdit.NONE
					.withContributions(List.of(new Contribution(2, ContributorRole.WRITER),
							new Contribution(2, ContributorRole.EDITOR), new Contribution(2, ContributorRole.WRITER)))
					.withCategories(List.of(2L))
					.withTags(List.of()))
			.block();
		assertThat(events()).isEqualTo("ARTICLE_UPDATED 2 c[1, 2] t[1] a[1, 2]");
		assertThat(this.content.one("""
				select (select string_agg(position || ' ' || category_id, ', ') from article_category) || '; '
				    || (select count(*) from article_tag) || '; '
				    || (select string_agg(position || ' ' || author_id || ' ' || role, ', ' order by position)
				        from article_author)""")).isEqualTo("0 2; 0; 0 2 WRITER, 1 2 EDITOR");
		assertThat(this.content.one("""
				select string_agg(list || ' ' || list_id, ', ' order by list, list_id) from article_listing"""))
			.isEqualTo("author 2, category 2, site 0, subtree 2");
		update(2, title("Lagi")).block();
		assertThat(events()).endsWith("ARTICLE_UPDATED 3 c[2] t[] a[2]");
	}

	@Test
	void anEditOfWhatIsNoLongerSoIsRefusedWithTheCurrentRevision() {
		update(1, title("Baru")).block();
		update(1, title("Lain")).as(StepVerifier::create)
			.verifyErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOfSatisfying(StaleRevisionException.class, (stale) -> {
						assertThat(stale.currentRevision()).isEqualTo(2);
						assertThat(stale.code()).isEqualTo("CONFLICT");
					}));
		this.drafts.correct(Viewer.OPERATOR, this.article, 1, "Salah", ArticleEdit.NONE)
			.as(StepVerifier::create)
			.verifyError(StaleRevisionException.class);
		assertThat(this.content.one("select title || ' ' || revision from article")).isEqualTo("Baru 2");
		assertThat(events()).isEqualTo("ARTICLE_UPDATED 2 c[1] t[1] a[1]");
	}

	@Test
	void ofManyEditsOfOneRevisionOneIsMade() {
		long refused = Flux.range(0, 8)
			.flatMap((editor) -> update(1, title("Editor " + editor)).map((revision) -> 0L)
				.onErrorReturn(StaleRevisionException.class, 1L), 8)
			.reduce(0L, Long::sum)
			.block(LIMIT);
		assertThat(refused).isEqualTo(7);
		assertThat(events()).isEqualTo("ARTICLE_UPDATED 2 c[1] t[1] a[1]");
	}

	@Test
	void editsAndMovesOfCategoriesWaitForEachOther() {
		this.content.run("insert into category (slug, name) values ('bali', 'B')");
		Mono<Void> moves = Flux.range(0, 20)
			.concatMap((i) -> this.database.sql("update category set parent_id = :parent where slug = 'bali'")
				.bind("parent", 1 + i % 2)
				.then())
			.then();
		Flux<Integer> edits = Flux.range(1, 20)
			.concatMap((revision) -> update(revision, ArticleEdit.NONE.withCategories(List.of(1L + revision % 3))));
		Mono.when(moves, edits).block(LIMIT);
		assertThat(this.content.one("select revision from article")).isEqualTo("21");
	}

	@Test
	void whatReadersDoNotSeeChangesSilently() {
		state("DRAFT", null);
		assertThat(update(1, title("Baru")).block()).isEqualTo(2);
		assertThat(this.content.one("select title || ' ' || revision from article")).isEqualTo("Baru 2");
		assertThat(events()).isEqualTo("none");
	}

	/** The timer comes to it later, and finds that there is nothing left to do. */
	@Test
	void anEditAtTheEndOfAnEmbargoShowsTheArticle() {
		Flux.just("alter table article disable trigger article_visibility",
				"update article set embargo_until = now(), visible = false",
				"alter table article enable trigger article_visibility")
			.concatMap((sql) -> this.database.sql(sql).then())
			.then(update(1, title("Baru")))
			.as(this.transaction::transactional)
			.block(LIMIT);
		assertThat(events()).isEqualTo("ARTICLE_PUBLISHED 2 c[1] t[1] a[1]");
		assertThat(this.content.one("select visible from article")).isEqualTo("true");
	}

	@Test
	void aCorrectionIsPublic() {
		this.drafts.correct(Viewer.OPERATOR, this.article, 1, " Salah nama ", title("Baru"))
			.as(StepVerifier::create)
			.expectNext(2)
			.verifyComplete();
		assertThat(this.content.one("select note from article_correction where article_id = 1"))
			.isEqualTo("Salah nama");
		assertThat(this.content.one("select title || ' ' || revision from article")).isEqualTo("Baru 2");
		assertThat(events()).isEqualTo("ARTICLE_CORRECTED 2 c[1] t[1] a[1] Salah nama");
	}

	@Test
	void whatHappensToBreakingNewsSaysSo() {
		this.content.run("update article set breaking_until = now() + interval '1 day'");
		update(1, title("Baru")).block();
		assertThat(events()).isEqualTo("ARTICLE_UPDATED 2 c[1] t[1] a[1] breaking true");
	}

	@Test
	void aWithdrawalEndsBreakingNewsInTheSameEvent() {
		this.content.run("update article set breaking_until = now() + interval '1 day'");
		assertThat(this.newsroom.withdraw(Viewer.OPERATOR, this.article, "Tidak benar").block()).isEqualTo(1);
		assertThat(this.content.one("select status || ' ' || visible || ' ' || (breaking_until is null) from article"))
			.isEqualTo("WITHDRAWN false true");
		assertThat(events()).isEqualTo("ARTICLE_WITHDRAWN 1 c[1] t[1] a[1] breaking true Tidak benar");
	}

	@Test
	void aWithdrawalNeedsNoReason() {
		this.newsroom.withdraw(Viewer.OPERATOR, this.article, null).block();
		assertThat(events()).isEqualTo("ARTICLE_WITHDRAWN 1 c[1] t[1] a[1]");
	}

	@ParameterizedTest
	@CsvSource({ "PUBLISHED, false, true, true, true", "WITHDRAWN, false, false, false, false",
			"DRAFT, true, true, false, false", "SUBMITTED, true, true, false, false",
			"SCHEDULED, true, true, false, false" })
	void theStatusSaysWhatCanBeDone(String status, boolean publish, boolean update, boolean correct, boolean withdraw) {
		allows(publish, status, this.newsroom.publish(Viewer.OPERATOR, this.article));
		allows(update, status, update(1, title("Baru")));
		allows(correct, status, this.drafts.correct(Viewer.OPERATOR, this.article, 1, "Salah", ArticleEdit.NONE));
		allows(withdraw, status, this.newsroom.withdraw(Viewer.OPERATOR, this.article, null));
	}

	private void allows(boolean allowed, String status, Mono<Integer> change) {
		state(status, "'2025-08-03T00:00:00Z'");
		this.head = this.content.one("select position from event_log_head");
		if (allowed) {
			assertThat(change.block()).isNotNull();
			return;
		}
		change.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(ConflictException.class,
					(conflict) -> assertThat(conflict.code()).isEqualTo("WRONG_STATUS")));
		assertThat(this.content.one("select status || ' ' || revision from article")).isEqualTo(status + " 1");
		assertThat(events()).isEqualTo("none");
	}

	@Test
	void whatThereIsNotIsNotFound() {
		this.newsroom.publish(Viewer.OPERATOR, 99).as(StepVerifier::create).verifyComplete();
		this.drafts.update(Viewer.OPERATOR, 99, 1, title("Baru")).as(StepVerifier::create).verifyComplete();
		this.drafts.correct(Viewer.OPERATOR, 99, 1, "Salah", ArticleEdit.NONE)
			.as(StepVerifier::create)
			.verifyComplete();
		this.newsroom.withdraw(Viewer.OPERATOR, 99, null).as(StepVerifier::create).verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "99, 1, 1, categoryIds", "1, 99, 1, tagIds", "1, 1, 99, contributions" })
	void filingUnderWhatThereIsNotChangesNothing(long category, long tag, long author, String argument) {
		update(1,
				title("Baru").withContributions(List.of(new Contribution(author, ContributorRole.WRITER)))
					.withCategories(List.of(2L, category))
					.withTags(List.of(2L, tag)))
			.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(InvalidInputException.class,
					(input) -> assertThat(input.argument()).isEqualTo("content." + argument)));
		assertThat(this.content.one("select title || ' ' || revision from article")).isEqualTo("Title of banjir 1");
		assertThat(this.content.one("select string_agg(category_id::text, ' ') from article_category")).isEqualTo("1");
		assertThat(events()).isEqualTo("none");
	}

	@Test
	void whatIsRolledBackLeavesNoEvent() {
		for (Mono<Integer> change : List.of(update(1, title("Baru")),
				this.newsroom.withdraw(Viewer.OPERATOR, this.article, null),
				this.drafts.correct(Viewer.OPERATOR, this.article, 1, "Salah", ArticleEdit.NONE))) {
			change.then(Mono.error(new IllegalStateException("too late")))
				.as(this.transaction::transactional)
				.as(StepVerifier::create)
				.verifyErrorMessage("too late");
		}
		assertThat(this.content.one("select title || ' ' || revision || ' ' || status from article"))
			.isEqualTo("Title of banjir 1 PUBLISHED");
		assertThat(this.content.one("select count(*) from article_correction")).isEqualTo("0");
		assertThat(events()).isEqualTo("none");
		assertThat(this.content.one("select position from event_log_head")).isEqualTo(this.head);
	}

	private Mono<Integer> update(int revision, ArticleEdit edit) {
		return this.drafts.update(Viewer.OPERATOR, this.article, revision, edit);
	}

	private static ArticleEdit title(String title) {
		return ArticleEdit.NONE.withTitle(title);
	}

	private void state(String status, @Nullable String publishedAt) {
		this.content.run("delete from article_revision");
		this.content.run("""
				update article set status = 'DRAFT', published_at = null, first_published_at = null, revision = 1,
				    breaking_until = null""");
		this.content.run("update article set status = '%s', published_at = %s".formatted(status, publishedAt));
	}

	private @Nullable String events() {
		return this.content.one(EVENTS.formatted(this.head, this.article));
	}

}

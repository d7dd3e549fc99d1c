package id.warta;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import id.warta.newsroom.ArticleEdit;
import id.warta.newsroom.Drafts;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tag goes while an article is filed under it.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, TestMutations.class, TestListings.class })
class TermRacesIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	@Autowired
	private TestListings listings;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private final CompletableFuture<Boolean> commit = new CompletableFuture<>();

	private Viewer editor;

	private long article;

	@BeforeEach
	void fill() {
		this.content.clear();
		this.editor = this.staff.viewer(Role.EDITOR);
		this.content.run("insert into tag (slug, name) values ('satu', 'Satu'), ('dua', 'Dua')");
		this.article = this.content.article("banjir");
		this.content.changed();
	}

	@Test
	void whatIsFiledWhileItsTagMergesGetsTheOneThatStays() {
		CompletableFuture<?> filing = held("insert into article_tag values (%d, 0, 1)".formatted(this.article));
		CompletableFuture<List<String>> merger = Mono
			.fromCallable(() -> this.mutations
				.send(this.editor, "mergeTags", Map.of("ids", List.of(tag(1)), "intoId", tag(2)), "__typename")
				.errors())
			.subscribeOn(Schedulers.boundedElastic())
			.toFuture();
		waitFor("delete from tag");
		this.commit.complete(true);
		filing.join();
		assertThat(merger.join()).isEmpty();
		assertThat(this.content.one("select string_agg(tag_id::text, ' ') from article_tag")).isEqualTo("2");
		assertThat(this.listings.differences()).isZero();
	}

	@Test
	void whatIsFiledUnderATagThatGoesIsRefused() {
		CompletableFuture<?> deletion = held("delete from tag where id = 1");
		CompletableFuture<String> filing = this.drafts
			.update(this.editor, this.article, 1, ArticleEdit.NONE.withTags(List.of(1L)))
			.map(String::valueOf)
			.onErrorResume(InvalidInputException.class, (ex) -> Mono.just(ex.code() + " " + ex.argument()))
			.toFuture();
		waitFor("insert into article_tag");
		this.commit.complete(true);
		deletion.join();
		assertThat(filing.join()).isEqualTo("NOT_FOUND content.tagIds");
		assertThat(this.content.one("select revision from article")).isEqualTo("1");
	}

	/** Does something, and commits it when it is told to. */
	private CompletableFuture<?> held(String statement) {
		CompletableFuture<Boolean> done = new CompletableFuture<>();
		CompletableFuture<?> held = this.database.sql(statement)
			.fetch()
			.rowsUpdated()
			.doOnNext((rows) -> done.complete(true))
			.then(Mono.fromFuture(this.commit))
			.as(this.transaction::transactional)
			.timeout(LIMIT)
			.toFuture();
		Mono.fromFuture(done).block(LIMIT);
		return held;
	}

	/** Until a statement waits for a lock. */
	private void waitFor(String statement) {
		Mono.fromCallable(() -> this.content.one("""
				select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%%%s%%'"""
			.formatted(statement)))
			.subscribeOn(Schedulers.boundedElastic())
			.repeat()
			.takeUntil("1"::equals)
			.blockLast(LIMIT);
	}

	private static String tag(long id) {
		return TestMutations.id("Tag", id);
	}

}

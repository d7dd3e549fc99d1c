package id.warta.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.newsroom.ArticleEdit;
import id.warta.newsroom.Drafts;
import id.warta.newsroom.Newsroom;
import id.warta.breaking.BreakingNews;
import id.warta.eventlog.EventCursor;
import id.warta.eventlog.EventLog;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.SubscriptionPublisherException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams tell of the articles that their filter says, wherever these come from or go to.
 */
@IntegrationTest
@Import({ TestContent.class, TestLog.class, FeedReader.class })
class ArticleFeedIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Autowired
	private TestContent content;

	@Autowired
	private TestLog testLog;

	@Autowired
	private FeedReader reader;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Drafts drafts;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private EventLog log;

	private EventCursor start;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("""
				insert into category (slug, name, parent_id) values ('nasional', 'N', null), ('daerah', 'D', null),
				    ('bali', 'B', 2), ('ubud', 'U', 3)""");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B'), ('gempa', 'G')");
		this.content.run("insert into author (slug, name) values ('sri', 'S'), ('budi', 'B')");
		this.content.article("satu", "nasional");
		this.content.article("dua", "ubud");
		this.content.run("insert into article_tag values (1, 0, 1), (2, 0, 2)");
		this.content.run("insert into article_author values (1, 0, 1), (2, 0, 2)");
		this.content.changed();
		this.start = this.testLog.head();
	}

	@Test
	void allThatHappensToArticlesIsTold() {
		this.content.run("insert into article (slug, title) values ('draf', 'Draf')");
		long draft = this.content.id("article", "draf");
		this.reader.messages("articles", null, this.start.toString())
			.filter((message) -> !"HEARTBEAT".equals(message.get("type")))
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> edit(draft, 1, "Masih draf"))
			.then(() -> this.newsroom.publish(Viewer.OPERATOR, draft).block())
			.assertNext((message) -> {
				assertThat(message).containsEntry("type", "PUBLISHED")
					.containsEntry("articleId", new NodeId("Article", draft).toString())
					.containsEntry("revision", 2)
					.containsEntry("reason", null);
				assertThat(Instant.parse((String) message.get("occurredAt"))).isAfter(Instant.EPOCH);
				assertThat(message.get("article")).isEqualTo(Map.of("slug", "draf", "categories", List.of()));
			})
			.then(() -> edit(draft, 2, "Baru"))
			.assertNext((message) -> assertThat(message).containsEntry("type", "UPDATED").containsEntry("revision", 3))
			.then(() -> this.drafts.correct(Viewer.OPERATOR, draft, 3, "Salah nama", ArticleEdit.NONE).block())
			.assertNext((message) -> assertThat(message).containsEntry("type", "CORRECTED")
				.containsEntry("revision", 4)
				.containsEntry("reason", "Salah nama"))
			.then(() -> this.newsroom.withdraw(Viewer.OPERATOR, draft, "Tidak benar").block())
			.assertNext((message) -> assertThat(message).containsEntry("type", "WITHDRAWN")
				.containsEntry("article", null)
				.containsEntry("reason", "Tidak benar"))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void aCategoryHearsOfWhatIsFiledBelowIt() {
		edit(1, 1, "Satu");
		edit(2, 1, "Dua");
		assertThat(told(category("nasional"))).containsExactly("UPDATED 1");
		assertThat(told(category("daerah"))).containsExactly("UPDATED 2");
		assertThat(told(category("bali"))).containsExactly("UPDATED 2");
		assertThat(told(category("ubud"))).containsExactly("UPDATED 2");
		assertThat(told(Map.of("category", Map.of("eq", "daerah", "descendants", false)))).isEmpty();
		assertThat(told(Map.of("category", Map.of("eq", "ubud", "descendants", false)))).containsExactly("UPDATED 2");
		assertThat(told(Map.of("category", Map.of("in", List.of("nasional", "bali", "tidak-ada")))))
			.containsExactly("UPDATED 1", "UPDATED 2");
	}

	@Test
	void tagsAndAuthorsHearOfTheirOwn() {
		edit(1, 1, "Satu");
		edit(2, 1, "Dua");
		assertThat(told(Map.of("tag", Map.of("eq", "banjir")))).containsExactly("UPDATED 1");
		assertThat(told(Map.of("tag", Map.of("in", List.of("gempa"))))).containsExactly("UPDATED 2");
		assertThat(told(Map.of("tag", Map.of("in", List.of())))).isEmpty();
		assertThat(told(Map.of("author", Map.of("eq", "sri")))).containsExactly("UPDATED 1");
		assertThat(told(Map.of("author", Map.of("eq", "sri"), "tag", Map.of("eq", "gempa")))).isEmpty();
		assertThat(told(Map.of("author", Map.of("eq", "budi"), "tag", Map.of("eq", "gempa"), "category",
				Map.of("eq", "daerah"))))
			.containsExactly("UPDATED 2");
		assertThat(told(Map.of())).containsExactly("UPDATED 1", "UPDATED 2");
	}

	@Test
	void theOldAndTheNewPlaceHearOfAMoveAndTheNewOneOfTheRest() {
		file(1, 1, 4);
		edit(1, 2, "Satu");
		assertThat(told(category("nasional"))).containsExactly("UPDATED 1");
		assertThat(told(category("daerah"))).containsExactly("UPDATED 1", "UPDATED 1");
		this.drafts.update(Viewer.OPERATOR, 1, 3, ArticleEdit.NONE.withContributions(List.of()).withTags(List.of(2L)))
			.block();
		assertThat(told(Map.of("tag", Map.of("eq", "banjir")))).hasSize(3);
		assertThat(told(Map.of("author", Map.of("eq", "sri")))).hasSize(3);
		this.newsroom.withdraw(Viewer.OPERATOR, 1, null).block();
		assertThat(told(Map.of("tag", Map.of("eq", "banjir")))).hasSize(3);
		assertThat(told(Map.of("author", Map.of("eq", "sri")))).hasSize(3);
		assertThat(told(Map.of("tag", Map.of("eq", "gempa")))).containsExactly("UPDATED 1", "WITHDRAWN 1");
	}

	@Test
	void whatIsMadeAndMovedWhileAStreamLastsCountsFromThenOn() {
		this.reader.messages("articles", category("jakarta"), this.start.toString())
			.filter((message) -> !"HEARTBEAT".equals(message.get("type")))
			.map(ArticleFeedIntegrationTests::brief)
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> edit(1, 1, "Satu"))
			.then(() -> categories("insert into category (slug, name) values ('jakarta', 'J')"))
			.then(() -> file(1, 2, 5))
			.expectNext("UPDATED 1")
			.then(() -> edit(2, 1, "Dua"))
			.then(() -> categories("update category set parent_id = 5 where slug = 'bali'"))
			.then(() -> edit(2, 2, "Dua dua"))
			.expectNext("UPDATED 2")
			.then(() -> categories("update category set slug = 'ibu-kota' where slug = 'jakarta'"))
			.then(() -> edit(2, 3, "Dua dua dua"))
			.then(() -> categories("update category set slug = 'jakarta' where slug = 'nasional'"))
			.then(() -> file(1, 3, 1))
			.expectNext("UPDATED 1")
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void breakingNewsAreFilteredTheSameWay() {
		this.breakingNews.start(Viewer.OPERATOR, 1, Instant.parse("2100-01-01T00:00:00Z")).block();
		this.breakingNews.start(Viewer.OPERATOR, 2, Instant.parse("2100-01-01T00:00:00Z")).block();
		edit(1, 1, "Satu");
		this.drafts.correct(Viewer.OPERATOR, 2, 1, "Salah nama", ArticleEdit.NONE).block();
		this.breakingNews.end(Viewer.OPERATOR, 1).block();
		this.newsroom.withdraw(Viewer.OPERATOR, 2, "Tidak benar").block();
		assertThat(breaking(category("nasional"))).containsExactly("PUBLISHED 1", "UPDATED 1", "ENDED 1");
		assertThat(breaking(category("daerah"))).containsExactly("PUBLISHED 2", "CORRECTED 2", "WITHDRAWN 2");
		assertThat(breaking(Map.of("tag", Map.of("eq", "banjir")))).containsExactly("PUBLISHED 1", "UPDATED 1",
				"ENDED 1");
		assertThat(breaking(null)).hasSize(6);
		assertThat(told(null)).containsExactly("UPDATED 1", "CORRECTED 2", "WITHDRAWN 2");
	}

	@Test
	void eventsWithoutListsAreOfNoCategory() {
		this.log.append("ARTICLE_UPDATED", "Article", 1, Map.of("revision", 7)).block();
		assertThat(told(null)).containsExactly("UPDATED 1");
		assertThat(told(category("nasional"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "neither", "both", "tooMany" })
	void filtersThatMakeNoSenseAreRefused(String flaw) {
		Map<String, Map<String, Object>> filters = Map.of("neither", Map.of(), "both",
				Map.of("eq", "daerah", "in", List.of("bali")), "tooMany",
				Map.of("in", IntStream.range(0, 101).mapToObj((i) -> "s" + i).toList()));
		this.reader.messages("articles", Map.of("category", filters.getOrDefault(flaw, Collections.emptyMap())), null)
			.as(StepVerifier::create)
			.verifyErrorSatisfies(
					(ex) -> assertThat(((SubscriptionPublisherException) ex).getErrors().get(0).getExtensions())
						.containsEntry("code", "BAD_ARGUMENT")
						.containsEntry("argument", "where"));
	}

	private static Map<String, ?> category(String slug) {
		return Map.of("category", Map.of("eq", slug));
	}

	private List<String> told(@Nullable Map<String, ?> where) {
		return this.reader.told("articles", where, this.start)
			.stream()
			.map(ArticleFeedIntegrationTests::brief)
			.toList();
	}

	private List<String> breaking(@Nullable Map<String, ?> where) {
		return this.reader.told("breaking", where, this.start)
			.stream()
			.map(ArticleFeedIntegrationTests::brief)
			.toList();
	}

	private static String brief(Map<String, Object> message) {
		return message.get("type") + " " + NodeId.parse((String) message.get("articleId"), "Article", "articleId");
	}

	private void edit(long article, int revision, String title) {
		this.drafts.update(Viewer.OPERATOR, article, revision, ArticleEdit.NONE.withTitle(title)).block();
	}

	private void file(long article, int revision, long category) {
		this.drafts.update(Viewer.OPERATOR, article, revision, ArticleEdit.NONE.withCategories(List.of(category)))
			.block();
	}

	/** What happened before isn't yet looked at in its light. */
	private void categories(String sql) {
		this.testLog.catchUp();
		this.content.run(sql);
		this.log.append("CATEGORY_CHANGED", "Category", 0, Map.of()).block();
	}

}

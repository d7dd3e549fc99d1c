package id.warta.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.newsroom.ArticleEdit;
import id.warta.newsroom.Drafts;
import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.newsroom.Newsroom;
import id.warta.breaking.BreakingNews;
import id.warta.eventlog.EventCursor;
import id.warta.platform.ConflictException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever editors do to articles at the same time, each stream tells exactly the log's
 * events of the articles that its filter says. What an article is filed under at each of
 * its revisions is remembered here, not read from the events.
 */
@IntegrationTest(properties = "warta.live.heartbeat=1s")
@Import({ TestContent.class, TestLog.class, FeedReader.class })
class FeedOrderIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

	private static final int EDITORS = 5;

	private static final int ARTICLES = 6;

	private static final int FILTERS = 12;

	/** The parent of the category with each id; the first is at the top. */
	private static final List<Integer> PARENTS = List.of(0, 0, 0, 1, 1, 2, 4, 6);

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
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private final Map<Version, ArticleEdit> edits = new ConcurrentHashMap<>();

	private EventCursor start;

	private record Version(long article, int revision) {

	}

	/**
	 * An event of the log.
	 *
	 * @param breaking whether its article was breaking news just before
	 */
	private record Line(String kind, Version version, boolean breaking) {

	}

	@BeforeEach
	void write() {
		this.content.clear();
		for (int id = 1; id < PARENTS.size(); id++) {
			this.content.run("insert into category (slug, name, parent_id) values ('c%1$d', 'C', nullif(%2$d, 0))"
				.formatted(id, PARENTS.get(id)));
		}
		this.content.run("insert into tag (slug, name) values ('t1', 'T'), ('t2', 'T'), ('t3', 'T')");
		this.content.run("insert into author (slug, name) values ('a1', 'A'), ('a2', 'A'), ('a3', 'A')");
		this.content.changed();
		for (int i = 1; i <= ARTICLES; i++) {
			this.content.run("insert into article (slug, title) values ('s%d', 'T')".formatted(i));
		}
		this.start = this.testLog.head();
	}

	@ParameterizedTest
	@ValueSource(longs = { 41, 42, 43 })
	void eachStreamTellsExactlyTheLogsEventsOfItsArticles(long seed) {
		Random random = new Random(seed);
		List<Map<String, Map<String, Object>>> filters = Stream.generate(() -> filter(random)).limit(FILTERS).toList();
		AtomicLong end = new AtomicLong(Long.MAX_VALUE);
		Mono<List<List<String>>> live = Flux.fromIterable(filters)
			.flatMapSequential((where) -> live(where, end), FILTERS)
			.collectList();
		Mono<Void> editing = Flux.range(0, EDITORS)
			.flatMap((editor) -> edit(new Random(seed * 100 + editor)), EDITORS)
			.then(Mono.fromCallable(() -> this.testLog.head().position()).subscribeOn(Schedulers.boundedElastic()))
			.doOnNext(end::set)
			.then();
		List<List<String>> told = Mono.zip(live, editing.thenReturn(true), (lists, done) -> lists).block(LIMIT);
		List<Line> lines = lines();
		assertThat(lines).as("seed %d", seed).hasSizeGreaterThan(60);
		for (int i = 0; i < FILTERS; i++) {
			Map<String, Map<String, Object>> where = filters.get(i);
			List<String> expected = expected(lines, where, FeedOrderIntegrationTests::ofArticle);
			assertThat(told.get(i)).as("seed %d, live, %s", seed, where).containsExactlyElementsOf(expected);
			assertThat(missed("articles", where)).as("seed %d, %s", seed, where).containsExactlyElementsOf(expected);
			assertThat(missed("breaking", where)).as("seed %d, breaking, %s", seed, where)
				.containsExactlyElementsOf(expected(lines, where, FeedOrderIntegrationTests::ofBreakingNews));
		}
	}

	private Mono<List<String>> live(Map<String, Map<String, Object>> where, AtomicLong end) {
		return this.reader.messages("articles", where, this.start.toString())
			.takeUntil((message) -> position(message) >= end.get())
			.filter((message) -> !"HEARTBEAT".equals(message.get("type")))
			.map(FeedOrderIntegrationTests::brief)
			.collectList();
	}

	private List<String> missed(String document, Map<String, Map<String, Object>> where) {
		return this.reader.told(document, where, this.start).stream().map(FeedOrderIntegrationTests::brief).toList();
	}

	private static long position(Map<String, Object> message) {
		return EventCursor.parse((String) message.get("cursor"), "cursor").position();
	}

	private static String brief(Map<String, Object> message) {
		long article = NodeId.parse((String) message.get("articleId"), "Article", "articleId");
		return message.get("type") + " " + article + " " + message.get("revision");
	}

	private Mono<Void> edit(Random random) {
		return Flux.range(0, 60)
			.concatMap((i) -> one(random).onErrorComplete(ConflictException.class).onErrorComplete(RolledBack.class))
			.then();
	}

	private Mono<?> one(Random random) {
		long article = 1 + random.nextInt(ARTICLES);
		boolean rolledBack = random.nextInt(5) == 0;
		return switch (random.nextInt(20)) {
			case 0, 1, 2 -> ended(this.newsroom.publish(Viewer.OPERATOR, article), rolledBack);
			case 3 -> (random.nextInt(4) == 0)
					? ended(this.newsroom.withdraw(Viewer.OPERATOR, article, "R"), rolledBack) : Mono.empty();
			case 4, 5 -> ended(this.breakingNews.start(Viewer.OPERATOR, article, LATER), rolledBack);
			case 6 -> ended(this.breakingNews.end(Viewer.OPERATOR, article), rolledBack);
			default -> edit(article, editOf(random), random.nextInt(3) == 0, rolledBack);
		};
	}

	private Mono<?> edit(long article, ArticleEdit edit, boolean correction, boolean rolledBack) {
		return this.database.sql("select revision from article where id = :id")
			.bind("id", article)
			.mapValue(Integer.class)
			.one()
			.flatMap((revision) -> ended(correction ? this.drafts.correct(Viewer.OPERATOR, article, revision, "R", edit)
					: this.drafts.update(Viewer.OPERATOR, article, revision, edit), rolledBack))
			.doOnNext((revision) -> this.edits.put(new Version(article, revision), edit));
	}

	private <T> Mono<T> ended(Mono<T> change, boolean rolledBack) {
		return rolledBack
				? change.flatMap((done) -> Mono.<T>error(new RolledBack())).as(this.transaction::transactional)
				: change;
	}

	private static ArticleEdit editOf(Random random) {
		List<Contribution> contributions = random.nextBoolean() ? null
				: ids(random, 3).stream().map((id) -> new Contribution(id, ContributorRole.WRITER)).toList();
		return new ArticleEdit(Map.of("title", "T"), contributions,
				random.nextBoolean() ? null : ids(random, PARENTS.size() - 1),
				random.nextBoolean() ? null : ids(random, 3));
	}

	private static List<Long> ids(Random random, int count) {
		return random.longs(random.nextInt(3), 1, count + 1).boxed().toList();
	}

	private static Map<String, Map<String, Object>> filter(Random random) {
		Map<String, Map<String, Object>> where = new LinkedHashMap<>();
		if (random.nextInt(3) > 0) {
			Map<String, Object> category = new LinkedHashMap<>(slugs("c", PARENTS.size() - 1, random));
			category.put("descendants", random.nextInt(3) > 0);
			where.put("category", category);
		}
		if (random.nextInt(3) == 0) {
			where.put("tag", slugs("t", 3, random));
		}
		if (random.nextInt(3) == 0) {
			where.put("author", slugs("a", 3, random));
		}
		return where;
	}

	private static Map<String, Object> slugs(String prefix, int count, Random random) {
		List<String> slugs = random.longs(2, 1, count + 1).mapToObj((id) -> prefix + id).toList();
		return random.nextBoolean() ? Map.of("eq", slugs.get(0)) : Map.of("in", slugs);
	}

	/**
	 * In the log's order; of its events no more is used than which revision they are of.
	 */
	private List<Line> lines() {
		Set<Long> breaking = new HashSet<>();
		return this.database.sql("""
				select kind, subject_id, (payload ->> 'revision')::integer as revision from event_log
				where position > :start and subject_type = 'Article' order by position""")
			.bind("start", this.start.position())
			.map((row) -> Map.entry(row.get("kind", String.class),
					new Version(row.get("subject_id", Long.class), row.get("revision", Integer.class))))
			.all()
			.collectList()
			.block(LIMIT)
			.stream()
			.map((line) -> line(line.getKey(), line.getValue(), breaking))
			.toList();
	}

	private static Line line(String kind, Version version, Set<Long> breaking) {
		Line line = new Line(kind, version, breaking.contains(version.article()));
		if (kind.equals("BREAKING_STARTED")) {
			breaking.add(version.article());
		}
		if (kind.equals("BREAKING_ENDED") || kind.equals("ARTICLE_WITHDRAWN")) {
			breaking.remove(version.article());
		}
		return line;
	}

	private static @Nullable String ofArticle(Line line) {
		return line.kind().startsWith("ARTICLE_") ? line.kind().substring("ARTICLE_".length()) : null;
	}

	private static @Nullable String ofBreakingNews(Line line) {
		return switch (line.kind()) {
			case "BREAKING_STARTED" -> "PUBLISHED";
			case "BREAKING_UPDATED" -> "UPDATED";
			case "BREAKING_ENDED" -> "ENDED";
			case "ARTICLE_PUBLISHED" -> null;
			default -> line.breaking() ? ofArticle(line) : null;
		};
	}

	private List<String> expected(List<Line> lines, Map<String, Map<String, Object>> where,
			Function<Line, @Nullable String> type) {
		return lines.stream()
			.filter((line) -> type.apply(line) != null && matches(line, where))
			.map((line) -> type.apply(line) + " " + line.version().article() + " " + line.version().revision())
			.toList();
	}

	private boolean matches(Line line, Map<String, Map<String, Object>> where) {
		boolean edited = line.kind().equals("ARTICLE_UPDATED") || line.kind().equals("ARTICLE_CORRECTED");
		return matches(line, edited, where.get("category"), "c", ArticleEdit::categoryIds)
				&& matches(line, edited, where.get("tag"), "t", ArticleEdit::tagIds)
				&& matches(line, edited, where.get("author"), "a", FeedOrderIntegrationTests::authorIds);
	}

	private static @Nullable List<Long> authorIds(ArticleEdit edit) {
		return (edit.contributions() != null) ? edit.contributions().stream().map(Contribution::authorId).toList()
				: null;
	}

	private boolean matches(Line line, boolean edited, @Nullable Map<String, Object> filter, String prefix,
			Function<ArticleEdit, @Nullable List<Long>> ids) {
		if (filter == null) {
			return true;
		}
		List<?> wanted = (filter.get("in") instanceof List<?> slugs) ? slugs : List.of(filter.get("eq"));
		Version version = line.version();
		Stream<Long> now = filed(version, ids).stream();
		Stream<Long> before = edited ? filed(new Version(version.article(), version.revision() - 1), ids).stream()
				: Stream.empty();
		return Stream.concat(now, before)
			.flatMap((id) -> Boolean.TRUE.equals(filter.get("descendants")) ? upwards(id) : Stream.of(id))
			.anyMatch((id) -> wanted.contains(prefix + id));
	}

	/** What the latest edit up to this revision says of it. */
	private List<Long> filed(Version version, Function<ArticleEdit, @Nullable List<Long>> ids) {
		for (int revision = version.revision(); revision > 1; revision--) {
			List<Long> filed = ids.apply(this.edits.get(new Version(version.article(), revision)));
			if (filed != null) {
				return filed;
			}
		}
		return List.of();
	}

	private static Stream<Long> upwards(long category) {
		return Stream.iterate(category, (id) -> id > 0, (id) -> (long) PARENTS.get(id.intValue()));
	}

	private static final class RolledBack extends RuntimeException {

		RolledBack() {
			super("rolled back", null, false, false);
		}

	}

}

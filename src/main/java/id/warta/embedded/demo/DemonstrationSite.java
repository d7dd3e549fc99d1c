package id.warta.embedded.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import id.warta.embedded.OnNoPostgres;
import id.warta.eventlog.EventLog;
import id.warta.importer.ImportTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty embedded database before anything is served, so that a first start shows
 * a whole site. Commands don't: who imports at once wants nothing beside it.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "warta.demo", matchIfMissing = true)
@Conditional(OnNoPostgres.class)
class DemonstrationSite implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DemonstrationSite.class);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/** Before what nodes hold in memory is read. */
	private static final int PHASE = -100;

	private static final String HAS_CONTENT = """
			select exists (select from article) or exists (select from page) or exists (select from author)
				or exists (select from category) or exists (select from tag) or exists (select from media)
				or exists (select from menu) or exists (select from placement) or exists (select from social_profile)
				as has_content""";

	private final DatabaseClient database;

	private final ImportTransactions transactions;

	private final EventLog eventLog;

	private final InstantSource clock;

	private volatile boolean running;

	DemonstrationSite(DatabaseClient database, ImportTransactions transactions, EventLog eventLog,
			InstantSource clock) {
		this.database = database;
		this.transactions = transactions;
		this.eventLog = eventLog;
		this.clock = clock;
	}

	/** Blocks the main thread: no node serves half a site. */
	@Override
	public void start() {
		if (Boolean.TRUE.equals(isEmpty().block(PATIENCE))) {
			DemoContent content = DemoContent.read();
			fill(content).doOnNext((written) -> log.info("Filled the empty database with the demonstration site"))
				.block(PATIENCE);
		}
		this.running = true;
	}

	private Mono<Boolean> isEmpty() {
		return this.database.sql(HAS_CONTENT).mapValue(Boolean.class).one().map((content) -> !content);
	}

	/**
	 * Fills the database, in one transaction, unless another node or an import was first.
	 * @return how many rows were written; empty if it has content
	 */
	Mono<Long> fill(DemoContent content) {
		return this.transactions.one(isEmpty().filter(Boolean::booleanValue).flatMap((empty) -> write(content)));
	}

	private Mono<Long> write(DemoContent content) {
		return Flux.fromStream(batches(content))
			.concatMap((batch) -> batch.write(this.database))
			.reduce(0L, Long::sum)
			.flatMap((rows) -> this.eventLog
				.append(EventLog.IMPORTED, "Site", 0, Map.of("source", "demonstration", "written", rows))
				.thenReturn(rows));
	}

	private Stream<Batch> batches(DemoContent content) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		ZoneId zone = ZoneId.of(content.site().timeZone());
		List<DatedArticle> articles = content.articles()
			.stream()
			.map((article) -> DatedArticle.of(article, now, zone))
			.toList();
		return Stream
			.of(NewsroomBatches.of(content), List.of(ArticleBatches.of(articles)), ArticleRelationBatches.of(articles),
					List.of(CommentBatches.of(articles)), LiveBlogBatches.of(articles),
					SiteBatches.of(content.site(), now))
			.flatMap(List::stream);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}

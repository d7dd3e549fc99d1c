package id.warta.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import id.warta.IntegrationTest;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever writers, nodes and subscribers do, each subscriber sees the log's sequence.
 */
@IntegrationTest
class EventTailIntegrationTests {

	private static final int WRITERS = 4;

	private static final int SUBSCRIBERS = 12;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String LAST = "LAST";

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private EventLog log;

	@Autowired
	private TransactionalOperator transaction;

	private List<TestNode> nodes = List.of();

	@BeforeEach
	void startTwoNodes() {
		this.nodes = List.of(new TestNode(this.connections).start(), new TestNode(this.connections).start());
	}

	@AfterEach
	void stopNodes() {
		this.nodes.forEach(TestNode::close);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void eachSubscriberSeesExactlyTheLogsSequence(long seed) {
		String from = this.nodes.get(0).live().cursor().toString();
		Flux<Object> writing = Flux.range(0, WRITERS)
			.flatMap((writer) -> write(new Random(seed * 100 + writer), writer))
			.thenMany(Mono.defer(() -> this.log.append(LAST, "Test", 0, Map.of())));
		List<Subscriber> subscribers = Flux.range(0, SUBSCRIBERS)
			.map((i) -> new Subscriber(from, i, new Random(seed * 1000 + i)))
			.collectList()
			.block();
		Mono<Void> reading = Flux.fromIterable(subscribers).flatMap(Subscriber::readAll, SUBSCRIBERS).then();
		Mono.when(reading, writing).block(LIMIT);
		List<String> all = expected(from);
		for (Subscriber subscriber : subscribers) {
			assertThat(subscriber.seen).as("seed %d, subscriber %d", seed, subscriber.number)
				.containsExactlyElementsOf(all.stream().filter(subscriber::wants).toList());
		}
		assertThat(all).hasSizeGreaterThan(WRITERS * 20);
	}

	/** Transactions of one or more events, some slow, some rolled back. */
	private Mono<Void> write(Random random, int writer) {
		return Flux.range(0, 60)
			.concatMap((i) -> one(random, writer, i).onErrorComplete(RolledBack.class)
				.then(Mono.delay(Duration.ofMillis(random.nextInt(8)))))
			.then();
	}

	private Mono<Void> one(Random random, int writer, int number) {
		boolean rolledBack = random.nextInt(4) == 0;
		int events = 1 + random.nextInt(3);
		return pause(random).thenMany(Flux.range(0, events))
			.concatMap((i) -> this.log.append("KIND" + random.nextInt(3), "Test", 0,
					Map.of("what", writer + "/" + number + "/" + i)))
			.then(pause(random))
			.then(rolledBack ? Mono.<Void>error(new RolledBack()) : Mono.<Void>empty())
			.as(this.transaction::transactional);
	}

	/** Within the transaction, before or behind the lock on the log's head. */
	private Mono<Void> pause(Random random) {
		double seconds = (random.nextInt(5) == 0) ? random.nextInt(15) / 1000d : 0;
		return this.database.sql("select pg_sleep(:seconds)").bind("seconds", seconds).fetch().rowsUpdated().then();
	}

	private List<String> expected(String from) {
		return this.database
			.sql("select position || ' ' || kind from event_log where position > :from order by position")
			.bind("from", EventCursor.parse(from, "from").position())
			.mapValue(String.class)
			.all()
			.collectList()
			.block();
	}

	private static final class RolledBack extends RuntimeException {

		RolledBack() {
			super("rolled back", null, false, false);
		}

	}

	/**
	 * Comes, takes some events, goes, and resumes on any node, until it has seen the last
	 * event.
	 */
	private final class Subscriber {

		private final int number;

		private final Random random;

		private final Predicate<Event> wanted;

		private final List<String> seen = new ArrayList<>();

		private String cursor;

		Subscriber(String cursor, int number, Random random) {
			this.cursor = cursor;
			this.number = number;
			this.random = random;
			this.wanted = (event) -> wants(text(event));
		}

		boolean wants(String event) {
			return this.number % 3 == 0 || event.endsWith("KIND" + this.number % 3) || event.endsWith(LAST);
		}

		Mono<Void> readAll() {
			return Mono.defer(this::readSome).repeat(() -> !isDone()).then();
		}

		private boolean isDone() {
			return !this.seen.isEmpty() && this.seen.get(this.seen.size() - 1).endsWith(LAST);
		}

		private Mono<Void> readSome() {
			TestNode node = EventTailIntegrationTests.this.nodes.get(this.random.nextInt(2));
			int some = 1 + this.random.nextInt(40);
			return node.live()
				.after(this.cursor, this.wanted)
				.limitRate(1 + this.random.nextInt(4))
				.publishOn(Schedulers.boundedElastic(), 1)
				.doOnNext(this::see)
				.takeUntil((delivery) -> isDone())
				.take(some)
				.take(Duration.ofMillis(20 + this.random.nextInt(200)))
				.then();
		}

		private void see(Delivery delivery) {
			this.cursor = delivery.cursor().toString();
			Event event = delivery.event();
			if (event != null) {
				this.seen.add(text(event));
			}
		}

		private String text(Event event) {
			return event.position() + " " + event.kind();
		}

	}

}

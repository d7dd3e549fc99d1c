package id.warta.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import id.warta.IntegrationTest;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nodes and subscribers do when something breaks.
 */
@IntegrationTest
class EventTailFaultsIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Predicate<Event> OURS = (event) -> event.kind().equals("FAULT_TEST");

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private EventLog log;

	private final AtomicBoolean away = new AtomicBoolean();

	private TestNode one;

	private TestNode two;

	@BeforeEach
	void startTwoNodes() {
		this.one = new TestNode(new BreakableConnections(this.connections, this.away),
				new BreakableConnections(WakeUps.unpooled(this.connections), this.away))
			.start();
		this.two = new TestNode(this.connections).start();
		until(() -> this.one.isListening() && this.two.isListening());
	}

	@AfterEach
	void stopNodes() {
		this.one.close();
		this.two.close();
	}

	@Test
	void theConnectionThatListensIsMadeAgain() {
		numbers(this.one, null).as(StepVerifier::create)
			.then(() -> append(1))
			.expectNext(1)
			.then(this::killListeners)
			.then(() -> append(2))
			.expectNext(2)
			.then(() -> until(() -> this.one.isListening() && this.two.isListening()))
			.then(() -> append(3))
			.expectNext(3)
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void eventsAreToldByPollingWhenNobodyWakesTheNode() {
		numbers(this.one, null).as(StepVerifier::create)
			.then(() -> run("""
					with head as (update event_log_head set position = position + 1 returning position)
					insert into event_log (position, kind, subject_type, payload)
					select position, 'FAULT_TEST', 'Test', '{"number": 1}' from head"""))
			.expectNext(1)
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void whileTheDatabaseIsAwayNothingIsLost() {
		numbers(this.one, null).as(StepVerifier::create)
			.then(() -> append(1))
			.expectNext(1)
			.then(() -> this.away.set(true))
			.then(this::killListeners)
			.then(() -> until(() -> !this.one.isListening()))
			.then(() -> List.of(2, 3, 4).forEach(this::append))
			.expectNoEvent(Duration.ofSeconds(2))
			.then(() -> this.away.set(false))
			.expectNext(2, 3, 4)
			.thenCancel()
			.verify(LIMIT);
		until(this.one::isListening);
	}

	@Test
	void anotherEpochEndsLiveStreamsWithAFreshCursor() {
		String before = this.one.live().cursor().toString();
		numbers(this.one, null).as(StepVerifier::create)
			.then(() -> append(1))
			.expectNext(1)
			.then(() -> run("update event_log_head set epoch = gen_random_uuid()"))
			.expectErrorSatisfies((ex) -> assertExpired(ex, this.one))
			.verify(LIMIT);
		numbers(this.one, before).as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertExpired(ex, this.one))
			.verify(LIMIT);
	}

	@Test
	void anOlderCopyOfTheDatabaseBeginsOneNewEpochForAllNodes() {
		append(1);
		until(() -> this.one.live().cursor().equals(head()) && this.two.live().cursor().equals(head()));
		EventCursor before = head();
		numbers(this.one, null).as(StepVerifier::create)
			.expectSubscription()
			.then(() -> run("""
					with head as (update event_log_head set position = position - 1 returning position)
					delete from event_log using head where event_log.position > head.position"""))
			.expectErrorSatisfies((ex) -> assertExpired(ex, this.one))
			.verify(LIMIT);
		until(() -> this.one.live().cursor().equals(head()) && this.two.live().cursor().equals(head()));
		EventCursor begun = head();
		assertThat(begun.epoch()).isNotEqualTo(before.epoch());
		assertThat(begun.position()).isEqualTo(before.position() - 1);
		numbers(this.two, before.toString()).as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertExpired(ex, this.two))
			.verify(LIMIT);
		numbers(this.two, begun.toString()).as(StepVerifier::create)
			.then(() -> append(7))
			.expectNext(7)
			.thenCancel()
			.verify(LIMIT);
		assertThat(head().epoch()).isEqualTo(begun.epoch());
	}

	@Test
	void anotherServersDatabaseBeginsANewEpoch() {
		UUID before = head().epoch();
		numbers(this.two, null).as(StepVerifier::create)
			.expectSubscription()
			.then(() -> run("update event_log_head set lineage = 'elsewhere'"))
			.expectErrorSatisfies((ex) -> assertExpired(ex, this.two))
			.verify(LIMIT);
		assertThat(head().epoch()).isNotEqualTo(before);
	}

	@Test
	void aCursorBeyondTheLogsOldestEventHasExpired() {
		EventCursor before = head();
		List.of(1, 2, 3).forEach(this::append);
		until(() -> this.one.live().cursor().equals(head()));
		try (TestNode late = new TestNode(this.connections)) {
			run("delete from event_log where position <= " + (before.position() + 2));
			late.start();
			numbers(late, before.toString()).as(StepVerifier::create).expectErrorSatisfies((ex) -> {
				assertExpired(ex, late);
				assertThat(((StreamEndedException) ex).oldestCursor())
					.isEqualTo(new EventCursor(before.epoch(), before.position() + 2));
			}).verify(LIMIT);
			numbers(late, before.at(before.position() + 2).toString()).as(StepVerifier::create)
				.expectNext(3)
				.thenCancel()
				.verify(LIMIT);
		}
	}

	@Test
	void whoHearsOfAnEventFindsItsStateInMemory() {
		Replica<Integer> replica = this.one.replicas()
			.of(this.database.sql("select count(*)::integer as n from event_log where kind = :kind")
				.bind("kind", "FAULT_TEST")
				.mapValue(Integer.class)
				.one(), "FAULT_TEST");
		this.one.replicas().start();
		int before = replica.value();
		this.one.live()
			.after(null, OURS)
			.filter((delivery) -> delivery.event() != null)
			.map((delivery) -> replica.value())
			.as(StepVerifier::create)
			.then(() -> append(1))
			.assertNext((value) -> assertThat(value).isGreaterThanOrEqualTo(before + 1))
			.then(() -> append(2))
			.assertNext((value) -> assertThat(value).isGreaterThanOrEqualTo(before + 2))
			.thenCancel()
			.verify(LIMIT);
	}

	private static Flux<Integer> numbers(TestNode node, String after) {
		return node.live()
			.after(after, OURS)
			.mapNotNull(Delivery::event)
			.map((event) -> (Integer) event.payload().get("number"));
	}

	private void append(int number) {
		this.log.append("FAULT_TEST", "Test", 0, Map.of("number", number)).block();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

	private EventCursor head() {
		return this.database.sql("select epoch, position from event_log_head")
			.map((row) -> new EventCursor(row.get("epoch", UUID.class), row.get("position", Long.class)))
			.one()
			.block();
	}

	private void killListeners() {
		Long killed = this.database.sql("""
				select count(pg_terminate_backend(pid)) as killed from pg_stat_activity
				where pid <> pg_backend_pid() and query = 'listen event_log'""").mapValue(Long.class).one().block();
		assertThat(killed).isGreaterThanOrEqualTo(2);
	}

	private static void until(BooleanSupplier condition) {
		Flux.interval(Duration.ofMillis(20), Schedulers.boundedElastic())
			.filter((tick) -> condition.getAsBoolean())
			.blockFirst(LIMIT);
	}

	private static void assertExpired(Throwable ex, TestNode node) {
		assertThat(ex).isInstanceOfSatisfying(StreamEndedException.class, (end) -> {
			assertThat(end.code()).isEqualTo("CURSOR_EXPIRED");
			assertThat(end.cursor().epoch()).isEqualTo(node.live().cursor().epoch());
		});
	}

	/**
	 * Connections that can't be had for a while.
	 */
	private record BreakableConnections(ConnectionFactory real, AtomicBoolean away) implements ConnectionFactory {

		@Override
		public Publisher<? extends Connection> create() {
			return Mono
				.defer(() -> this.away.get() ? Mono.error(new R2dbcTransientResourceException("the database is away"))
						: Mono.from(this.real.create()));
		}

		@Override
		public ConnectionFactoryMetadata getMetadata() {
			return this.real.getMetadata();
		}

	}

}

package id.warta.platform.database;

import java.time.Duration;
import java.util.function.Consumer;

import id.warta.IntegrationTest;
import id.warta.platform.operation.Cancellation;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class StatementCancellationIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ConnectionPool pool;

	@Autowired
	private TransactionalOperator transaction;

	@AfterEach
	void everyConnectionIsBack() {
		until(acquired(), 0L);
	}

	@Test
	void aStatementMayTakeFiveSeconds() {
		text("show statement_timeout").as(StepVerifier::create).expectNext("5s").verifyComplete();
		text("show idle_in_transaction_session_timeout").as(StepVerifier::create).expectNext("10s").verifyComplete();
	}

	@Test
	void theStatementOfAnOperationThatIsGivenUpEndsOnTheServer() {
		Cancellation cancellation = new Cancellation();
		sleep().contextWrite((context) -> context.put(Cancellation.class, cancellation))
			.as(StepVerifier::create)
			.then(() -> until(sleeping(), 1L))
			.then(cancellation::cancel)
			.expectErrorSatisfies((ex) -> assertThat(ex).hasStackTraceContaining("57014"))
			.verify(PATIENCE);
		assertThat(sleeping().block()).isZero();
	}

	@Test
	void anOperationThatWasGivenUpBeginsNothing() {
		Cancellation cancellation = new Cancellation();
		cancellation.cancel();
		sleep().contextWrite((context) -> context.put(Cancellation.class, cancellation))
			.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).hasStackTraceContaining("given up"))
			.verify(PATIENCE);
	}

	@Test
	void theStatementOfASubscriberThatHasCancelledEndsOnTheServer() {
		StepVerifier.create(sleep()).then(() -> until(sleeping(), 1L)).thenCancel().verify(PATIENCE);
		until(sleeping(), 0L);
	}

	@Test
	void theTransactionOfASubscriberThatHasCancelledEndsOnTheServer() {
		StepVerifier.create(sleep().as(this.transaction::transactional))
			.then(() -> until(sleeping(), 1L))
			.thenCancel()
			.verify(PATIENCE);
		until(sleeping(), 0L);
	}

	@Test
	void aConnectionThatHasManyUnreadRowsIsUsedAgain() {
		Mono<Integer> first = this.database.sql("select generate_series(1, 20000)")
			.mapValue(Integer.class)
			.all()
			.next();
		StepVerifier.create(first.repeat(9)).expectNextCount(10).expectComplete().verify(PATIENCE);
	}

	@Test
	void aStormOfOperationsThatAreGivenUpLeavesThePoolAsItWas() {
		Flux.range(0, 200)
			.flatMap((number) -> abandoned(), 200)
			.as(StepVerifier::create)
			.expectNextCount(200)
			.expectComplete()
			.verify(PATIENCE);
		until(acquired(), 0L);
		until(sleeping(), 0L);
		text("select 'well'").repeat(50).as(StepVerifier::create).expectNextCount(51).verifyComplete();
	}

	private Mono<String> abandoned() {
		Cancellation cancellation = new Cancellation();
		return Mono
			.firstWithSignal(sleep().onErrorReturn("failed"),
					Mono.delay(Duration.ofMillis(50)).doOnNext((tick) -> cancellation.cancel()).thenReturn("left"))
			.contextWrite((context) -> context.put(Cancellation.class, cancellation));
	}

	private Mono<String> sleep() {
		return this.database.sql("select pg_sleep(30)::text where :one = 1")
			.bind("one", 1)
			.mapValue(String.class)
			.one();
	}

	private Mono<String> text(String sql) {
		return this.database.sql(sql).mapValue(String.class).one();
	}

	private Mono<Long> sleeping() {
		return this.database.sql("""
				select count(*) from pg_stat_activity
				where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()""")
			.mapValue(Long.class)
			.one();
	}

	private Mono<Long> acquired() {
		return Mono.fromSupplier(() -> (long) this.pool.getMetrics().map(PoolMetrics::acquiredSize).orElseThrow());
	}

	private static void until(Mono<Long> value, long expected) {
		Consumer<Long> check = (last) -> assertThat(last).isEqualTo(expected);
		value.filter((now) -> now == expected)
			.repeatWhenEmpty((tries) -> tries.delayElements(Duration.ofMillis(20)))
			.timeout(PATIENCE)
			.doOnNext(check)
			.block();
	}

}

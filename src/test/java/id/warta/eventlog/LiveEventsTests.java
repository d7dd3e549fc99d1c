package id.warta.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import id.warta.platform.InvalidInputException;
import id.warta.platform.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.context.event.ContextClosedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LiveEventsTests {

	private static final Instant NOW = Instant.parse("2025-08-03T00:00:00Z");

	private static final Predicate<Event> ALL = (event) -> true;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final EventStore store = mock(EventStore.class);

	private final Broadcast broadcast = new Broadcast(
			new LiveProperties(8, Duration.ofSeconds(1), Duration.ofSeconds(15), 50, Duration.ofDays(7)),
			InstantSource.fixed(NOW));

	private final LiveEvents live = new LiveEvents(this.store, this.broadcast);

	@AfterEach
	void stop() {
		this.broadcast.destroy();
	}

	@Test
	void aProcessThatDoesNotFollowTheLogHasNoLiveEvents() {
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(this.live::cursor);
		this.live.after(null, ALL).as(StepVerifier::create).verifyError(UnavailableException.class);
	}

	@Test
	void withoutACursorItBeginsNow() {
		restart(Events.page(1, 5));
		this.live.after(null, ALL)
			.as(StepVerifier::create)
			.expectNext(heartbeat(5))
			.then(() -> tell(Events.page(6, 7)))
			.expectNext(delivery(6), delivery(7))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void whatWasMissedComesFirst() {
		restart(Events.page(1, 5));
		this.live.after(cursor(2), ALL)
			.as(StepVerifier::create)
			.expectNext(delivery(3), delivery(4), delivery(5), heartbeat(5))
			.then(() -> tell(Events.page(6, 6)))
			.expectNext(delivery(6))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void whatIsNoLongerInMemoryIsReadFromTheLog() {
		restart(Events.page(31, 50));
		given(this.store.after(10, 50, 500)).willReturn(Mono.just(page(Events.page(11, 45), 50)));
		this.live.after(cursor(10), ALL)
			.mapNotNull(Delivery::event)
			.map(Event::position)
			.take(40)
			.as(StepVerifier::create)
			.expectNextSequence(LongStream.rangeClosed(11, 50).boxed().toList())
			.verifyComplete();
	}

	private static LogPage page(LogPage page, long head) {
		return new LogPage(new EventCursor(Events.EPOCH, head), page.oldest(), false, page.events());
	}

	@Test
	void aSubscriberWhoReadsOnWhileMuchHappensMissesNothing() {
		restart(Events.page(1, 5));
		this.live.after(cursor(0), ALL)
			.mapNotNull(Delivery::event)
			.map(Event::position)
			.as((events) -> StepVerifier.create(events, 3))
			.expectNext(1L, 2L, 3L)
			.then(() -> tell(Events.page(6, 12)))
			.then(() -> tell(Events.page(13, 20)))
			.thenRequest(17)
			.expectNextSequence(LongStream.rangeClosed(4, 20).boxed().toList())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void aCursorThatTheLogDoesNotReachBackToHasExpired() {
		restart(Events.page(31, 50));
		given(this.store.after(anyLong(), anyLong(), anyInt())).willReturn(
				Mono.just(new LogPage(new EventCursor(Events.EPOCH, 50), 20, false, Events.page(21, 50).events())));
		this.live.after(cursor(10), ALL).as(StepVerifier::create).verifyErrorSatisfies((ex) -> {
			assertEnd(ex, "CURSOR_EXPIRED", cursor(50));
			assertThat(((StreamEndedException) ex).oldestCursor()).hasToString(cursor(20));
		});
	}

	@Test
	void aCursorBeyondTheHeadOrOfAnotherEpochHasExpiredOnceTheLogWasLookedAt() {
		restart(Events.page(1, 5));
		List.of(cursor(6), new EventCursor(UUID.randomUUID(), 2).toString())
			.forEach((cursor) -> this.live.after(cursor, ALL)
				.as(StepVerifier::create)
				.expectSubscription()
				.then(() -> this.broadcast.awaited(Mono.empty()).block())
				.expectErrorSatisfies((ex) -> assertEnd(ex, "CURSOR_EXPIRED", cursor(5)))
				.verify(PATIENCE));
	}

	@Test
	void aCursorOfANodeThatIsAheadIsWaitedFor() {
		restart(Events.page(1, 5));
		this.live.after(cursor(6), ALL)
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> this.broadcast.awaited(this.broadcast.tell(Events.page(6, 7))).block())
			.expectNext(delivery(7), heartbeat(7))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void whileTheLogCannotBeReadAnUnknownCursorIsNotJudged() {
		restart(Events.page(1, 5));
		this.live.after(cursor(6), ALL)
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> this.broadcast.awaited(Mono.error(new IllegalStateException("away"))).onErrorComplete().block())
			.expectError(UnavailableException.class)
			.verify(PATIENCE);
	}

	@Test
	void somethingElseThanACursorIsRefused() {
		restart(Events.page(1, 5));
		this.live.after("nonsense", ALL)
			.as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(((InvalidInputException) ex).code()).isEqualTo("BAD_CURSOR"));
	}

	@Test
	void aHeartbeatMovesTheCursorOfWhoGetsNothing() {
		restart(Events.page(1, 5));
		this.live.after(null, (event) -> event.position() == 7)
			.as(StepVerifier::create)
			.expectNext(heartbeat(5))
			.then(() -> tell(Events.page(6, 6)))
			.then(() -> tick(14))
			.then(() -> tick(1))
			.expectNext(heartbeat(6))
			.then(() -> tick(14))
			.then(() -> tell(Events.page(7, 8)))
			.expectNext(delivery(7))
			.then(() -> tick(14))
			.then(() -> tell(Events.page(9, 9)))
			.then(() -> tick(1))
			.expectNext(heartbeat(9))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void aSlowSubscriberHarmsOnlyItself() {
		restart(Events.page(1, 5));
		StepVerifier neighbour = this.live.after(cursor(5), ALL)
			.mapNotNull(Delivery::event)
			.map(Event::position)
			.take(30)
			.as(StepVerifier::create)
			.expectNextSequence(LongStream.rangeClosed(6, 35).boxed().toList())
			.expectComplete()
			.verifyLater();
		this.live.after(cursor(3), ALL)
			.as((deliveries) -> StepVerifier.create(deliveries, 0))
			.thenRequest(1)
			.expectNext(delivery(4))
			.thenRequest(1)
			.expectNext(delivery(5))
			.thenRequest(1)
			.expectNext(heartbeat(5))
			.thenRequest(1)
			.then(() -> tell(Events.page(6, 9)))
			.expectNext(delivery(6))
			.then(() -> LongStream.rangeClosed(10, 35).forEach((position) -> tell(Events.page(position, position))))
			.expectErrorSatisfies((ex) -> assertEnd(ex, "SLOW_CONSUMER", cursor(5)))
			.verify(PATIENCE);
		neighbour.verify(PATIENCE);
		assertThat(this.broadcast.subscribers()).isZero();
	}

	@Test
	void aBurstBeyondTheBufferHarmsNobodyWhoTakesIt() {
		restart(Events.page(1, 5));
		this.live.after(cursor(5), ALL)
			.mapNotNull(Delivery::event)
			.map(Event::position)
			.as((positions) -> StepVerifier.create(positions, 0))
			.thenRequest(1)
			.then(() -> tell(Events.page(6, 6)))
			.expectNext(6L)
			.then(() -> tell(Events.page(7, 40)))
			.thenRequest(10)
			.expectNextSequence(LongStream.rangeClosed(7, 16).boxed().toList())
			.then(() -> tell(Events.page(41, 45)))
			.thenRequest(Long.MAX_VALUE)
			.expectNextSequence(LongStream.rangeClosed(17, 45).boxed().toList())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void aNewEpochEndsEveryStream() {
		restart(Events.page(1, 5));
		LogPage begun = new LogPage(new EventCursor(UUID.randomUUID(), 3), 0, false, List.of());
		this.live.after(cursor(5), ALL)
			.as(StepVerifier::create)
			.expectNext(heartbeat(5))
			.then(() -> restart(begun))
			.expectErrorSatisfies((ex) -> assertEnd(ex, "CURSOR_EXPIRED", begun.head().toString()))
			.verify(PATIENCE);
		assertThat(this.broadcast.subscribers()).isZero();
	}

	@Test
	void aServerThatStopsSaysWhereToGoOn() {
		restart(Events.page(1, 5));
		this.live.after(cursor(5), ALL)
			.as((deliveries) -> StepVerifier.create(deliveries, 0))
			.thenRequest(1)
			.expectNext(heartbeat(5))
			.thenRequest(1)
			.then(() -> tell(Events.page(6, 6)))
			.expectNext(delivery(6))
			.thenRequest(1)
			.then(() -> this.broadcast.closing(mock(ContextClosedEvent.class)))
			.expectErrorSatisfies((ex) -> assertEnd(ex, "SHUTTING_DOWN", cursor(6)))
			.verify(PATIENCE);
	}

	@Test
	void whoCancelsLeavesNothingBehind() {
		restart(Events.page(1, 5));
		// Who falls behind what is in memory reads the log
		given(this.store.after(anyLong(), anyLong(), anyInt())).willAnswer((asked) -> {
			long position = asked.getArgument(0);
			long head = asked.getArgument(1);
			return Mono.just(page(Events.page(position + 1, head), head));
		});
		Flux<Void> telling = Flux.range(6, Integer.MAX_VALUE - 6)
			.concatMap((i) -> Mono.delay(Duration.ofMillis(1)).then(this.broadcast.tell(Events.page(i, i))));
		Flux.range(0, 1000)
			.flatMap((i) -> this.live.after((i % 2 == 0) ? null : this.live.cursor().toString(), ALL)
				.take(1 + i % 8)
				.timeout(PATIENCE), 50)
			.takeUntilOther(telling)
			.then()
			.as(StepVerifier::create)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.broadcast.subscribers()).isZero();
	}

	private void restart(LogPage page) {
		this.broadcast.restart(page).block();
	}

	private void tell(LogPage page) {
		this.broadcast.tell(page).block();
	}

	private void tick(int times) {
		for (int i = 0; i < times; i++) {
			this.broadcast.tick().block();
		}
	}

	private static String cursor(long position) {
		return new EventCursor(Events.EPOCH, position).toString();
	}

	private static Delivery delivery(long position) {
		return Delivery.of(Events.event(position), Events.EPOCH);
	}

	private static Delivery heartbeat(long position) {
		return Delivery.heartbeat(new EventCursor(Events.EPOCH, position), NOW);
	}

	private static void assertEnd(Throwable ex, String code, String cursor) {
		assertThat(ex).isInstanceOfSatisfying(StreamEndedException.class, (end) -> {
			assertThat(end.code()).isEqualTo(code);
			assertThat(end.cursor()).hasToString(cursor);
		});
	}

}

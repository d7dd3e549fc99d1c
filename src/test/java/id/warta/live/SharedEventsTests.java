package id.warta.live;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.LogStream;
import id.warta.eventlog.TestLog;
import id.warta.eventlog.Told;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SharedEventsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final TestLog log = new TestLog();

	private final WebGraphQlHandler handler = mock(WebGraphQlHandler.class);

	private final AtomicInteger executions = new AtomicInteger();

	private final List<ExecutorService> threads = List.of(Executors.newSingleThreadExecutor(),
			Executors.newSingleThreadExecutor());

	/** How long an execution takes. */
	private Supplier<Duration> pace = () -> Duration.ZERO;

	@AfterEach
	void stop() {
		this.log.close();
		this.threads.forEach(ExecutorService::shutdownNow);
	}

	private static ConditionFactory awaiting() {
		return Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
	}

	private SharedEvents stream(LogStream<Delivery> stream) {
		given(this.handler.handleRequest(any())).willAnswer((asked) -> execute(asked.getArgument(0)));
		WebGraphQlRequest request = new WebGraphQlRequest(URI.create("/graphql"), HttpHeaders.EMPTY,
				new LinkedMultiValueMap<>(), null, Map.of(), Map.of("query", "subscription { s }"), "1", null);
		SharedEvents shared = new SharedEvents(place(null),
				new Messages(stream, new EventExecution(this.handler, request), new MessageCache(), JsonMapper.shared(),
						InstantSource.system()));
		shared.follow(this.log.live());
		return shared;
	}

	private Mono<WebGraphQlResponse> execute(WebGraphQlRequest request) {
		ExecutionInput input = request.toExecutionInput();
		Delivery delivery = (Delivery) Objects.requireNonNull(input.getGraphQLContext().<Told>get(Told.class))
			.payload();
		Event event = delivery.event();
		this.executions.incrementAndGet();
		ExecutionResult result = ExecutionResult.newExecutionResult()
			.data(Map.of("s", (event != null) ? event.position() : -1))
			.build();
		Flux<ExecutionResult> one = Mono.delay(this.pace.get()).thenReturn(result).flux();
		return Mono.just(new WebGraphQlResponse(
				new DefaultExecutionGraphQlResponse(input, ExecutionResult.newExecutionResult().data(one).build())));
	}

	private LogPlace place(@Nullable String cursor) {
		return Objects.requireNonNull(this.log.live().place(cursor).block());
	}

	private static LogStream<Delivery> all() {
		return LogStream.of((event) -> true, (delivery) -> delivery);
	}

	@Test
	void aThousandSubscribersCostOneExecutionAnEvent() {
		SharedEvents stream = stream(all());
		List<Listener> listeners = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			listeners.add(new Listener(i % 2).join(stream, null));
		}
		this.log.append(3);
		listeners.forEach((listener) -> listener.hasHeard(LongStream.rangeClosed(1, 3)));
		assertThat(this.executions.get()).isLessThan(8);
	}

	@Test
	void whoComesBackSharesTheMessagesOfWhatWasMissed() {
		SharedEvents stream = stream(all());
		this.log.append(20);
		Listener first = new Listener(0).join(stream, this.log.cursor(5));
		first.hasHeard(LongStream.rangeClosed(6, 20));
		int before = this.executions.get();
		List<Listener> others = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			others.add(new Listener(i % 2).join(stream, this.log.cursor(5 + i % 10)));
		}
		for (int i = 0; i < 100; i++) {
			others.get(i).hasHeard(LongStream.rangeClosed(6 + i % 10, 20));
		}
		// A heartbeat may have been under way
		assertThat(this.executions.get()).isLessThanOrEqualTo(before + 2);
	}

	@Test
	void theLastEventCompletesTheStream() {
		SharedEvents stream = stream(all().until((event) -> event.position() == 3));
		Listener live = new Listener(0).join(stream, null);
		this.log.append(5);
		assertThat(live.end()).isEqualTo("complete");
		live.hasHeard(LongStream.rangeClosed(1, 3));
		Listener late = new Listener(1).join(stream, this.log.cursor(1));
		assertThat(late.end()).isEqualTo("complete");
		late.hasHeard(LongStream.rangeClosed(2, 3));
		assertThat(stream.isOpen()).isFalse();
		assertThat(new Listener(0).join(stream, this.log.cursor(4)).subscriber).isNull();
	}

	@Test
	void whoTakesNothingIsEndedAloneAndToldWhereToGoOn() {
		SharedEvents stream = stream(all());
		Listener slow = new Listener(0).join(stream, null);
		Listener neighbour = new Listener(0).join(stream, null);
		this.log.append(1);
		slow.hasHeard(LongStream.of(1));
		slow.ready = false;
		this.log.append(4);
		neighbour.hasHeard(LongStream.rangeClosed(1, 5));
		awaiting().until(() -> {
			stream.tick(Duration.ofNanos(1));
			return slow.end.isDone();
		});
		assertThat(slow.end()).isEqualTo("SLOW_CONSUMER " + this.log.cursor(1));
		this.log.append(1);
		neighbour.hasHeard(LongStream.rangeClosed(1, 6));
	}

	@Test
	void anotherEpochEndsEverybodyAndTheStreamIsClosed() {
		SharedEvents stream = stream(all());
		Listener listener = new Listener(0).join(stream, null);
		this.log.append(2);
		listener.hasHeard(LongStream.rangeClosed(1, 2));
		this.log.restart();
		assertThat(listener.end()).startsWith("CURSOR_EXPIRED");
		assertThat(stream.isOpen()).isFalse();
		assertThat(stream.closeIfIdle(Duration.ZERO)).isTrue();
	}

	@Test
	void aStreamThatNobodyListensToIsClosedAndFollowsNoMore() {
		SharedEvents stream = stream(all());
		Listener listener = new Listener(0).join(stream, null);
		this.log.append(1);
		listener.hasHeard(LongStream.of(1));
		assertThat(stream.closeIfIdle(Duration.ZERO)).isFalse();
		listener.leave();
		awaiting().until(() -> stream.closeIfIdle(Duration.ofNanos(1)));
		assertThat(new Listener(0).join(stream, null).subscriber).isNull();
		awaiting().until(() -> this.log.followers() == 0);
	}

	/**
	 * Listeners join at any place, take nothing for a while, leave and come back, while
	 * executions take their time: each hears exactly what it wants, in order.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void everybodyHearsExactlyTheLogsSequence(long seed) {
		Random random = new Random(seed);
		this.pace = () -> Duration.ofMillis((this.executions.get() % 7 == 0) ? 3 : 0);
		SharedEvents stream = stream(LogStream.of((event) -> event.position() % 3 != 0, (delivery) -> delivery));
		List<Listener> listeners = new ArrayList<>();
		long total = 0;
		for (int step = 0; step < 400; step++) {
			switch (random.nextInt(8)) {
				case 0, 1 -> {
					int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 4);
					this.log.append(count);
					total += count;
				}
				case 2 -> {
					long after = total - random.nextLong(Math.min(total, 80) + 1);
					listeners.add(new Listener(random.nextInt(2)).join(stream, this.log.cursor(after)));
				}
				case 3, 4 -> oneOf(listeners, random).ifPresent(Listener::block);
				case 5, 6 -> oneOf(listeners, random).ifPresent(Listener::unblock);
				default -> oneOf(listeners, random).ifPresent((listener) -> listener.comeBack(stream));
			}
		}
		this.log.append(2);
		long last = total + 2;
		assertThat(listeners).isNotEmpty();
		listeners.forEach(Listener::unblock);
		for (Listener listener : listeners) {
			listener.hasHeard(LongStream.rangeClosed(listener.from + 1, last).filter((position) -> position % 3 != 0));
		}
	}

	private static Optional<Listener> oneOf(List<Listener> listeners, Random random) {
		return listeners.isEmpty() ? Optional.empty() : Optional.of(listeners.get(random.nextInt(listeners.size())));
	}

	private final class Listener implements Outlet {

		private final ExecutorService thread;

		private final List<Long> heard = new ArrayList<>();

		private final CompletableFuture<String> end = new CompletableFuture<>();

		private volatile boolean ready = true;

		private long from;

		private String cursor = "";

		private @Nullable Subscriber subscriber;

		Listener(int thread) {
			this.thread = SharedEventsTests.this.threads.get(thread);
		}

		Listener join(SharedEvents stream, @Nullable String after) {
			LogPlace place = place(after);
			this.from = place.position();
			this.cursor = place.cursor().toString();
			onThread(() -> this.subscriber = stream.join(place, this));
			return this;
		}

		private void onThread(Runnable action) {
			try {
				this.thread.submit(action).get(20, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		}

		void block() {
			this.ready = false;
		}

		void unblock() {
			onThread(() -> {
				this.ready = true;
				if (this.subscriber != null) {
					this.subscriber.resume();
				}
			});
		}

		void leave() {
			onThread(() -> Objects.requireNonNull(this.subscriber).leave());
		}

		void comeBack(SharedEvents stream) {
			leave();
			onThread(() -> this.subscriber = stream.join(place(this.cursor), this));
		}

		void hasHeard(LongStream positions) {
			List<Long> expected = positions.boxed().toList();
			awaiting().untilAsserted(() -> onThread(() -> assertThat(this.heard).isEqualTo(expected)));
		}

		String end() {
			return this.end.orTimeout(20, TimeUnit.SECONDS).join();
		}

		@Override
		public ExecutorService executor() {
			return this.thread;
		}

		@Override
		public boolean isReady() {
			return this.ready;
		}

		@Override
		public void next(Message message) {
			this.cursor = message.cursor();
			if (!message.isHeartbeat()) {
				String json = new String(message.json(), java.nio.charset.StandardCharsets.UTF_8);
				this.heard.add(Long.valueOf(json.replaceAll("\\D", "")));
			}
		}

		@Override
		public void flush() {
			// Each is heard at once
		}

		@Override
		public void fail(List<GraphQLError> errors) {
			Map<String, Object> extensions = errors.get(0).getExtensions();
			this.end.complete(extensions.get("code") + " " + extensions.get("cursor"));
		}

		@Override
		public void restart() {
			this.end.complete("restart");
		}

		@Override
		public void complete() {
			this.end.complete("complete");
		}

	}

}

package id.warta.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;

class BatcherTests {

	private final List<List<Integer>> batches = new ArrayList<>();

	private final List<Sinks.One<Map<Integer, String>>> ways = new ArrayList<>();

	private final Batcher<Integer, String> batcher = new Batcher<>((batch) -> {
		Sinks.One<Map<Integer, String>> way = Sinks.one();
		this.batches.add(batch);
		this.ways.add(way);
		return way.asMono();
	});

	private static Map<Integer, String> results(List<Integer> batch) {
		Map<Integer, String> results = new HashMap<>();
		for (int i = 0; i < batch.size(); i++) {
			results.put(i, "result of " + batch.get(i));
		}
		return results;
	}

	@Test
	void whatComesMeanwhileGoesTogetherWithTheNext() {
		List<String> came = new ArrayList<>();
		Flux.range(0, 250).flatMap(this.batcher::add, 250).subscribe(came::add);
		assertThat(this.batches).containsExactly(List.of(0));
		for (int i = 0; i < this.ways.size(); i++) {
			this.ways.get(i).tryEmitValue(results(this.batches.get(i)));
		}
		assertThat(this.batches).hasSize(4);
		assertThat(this.batches.get(1)).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
		assertThat(came).isEqualTo(IntStream.range(0, 250).mapToObj((item) -> "result of " + item).toList());
	}

	@Test
	void whatHasNoResultIsEmpty() {
		StepVerifier.create(this.batcher.add(1)).then(() -> this.ways.get(0).tryEmitValue(Map.of())).verifyComplete();
		StepVerifier.create(this.batcher.add(2)).then(() -> this.ways.get(1).tryEmitEmpty()).verifyComplete();
	}

	@Test
	void anErrorIsThatOfItsBatchAlone() {
		StepVerifier first = StepVerifier.create(this.batcher.add(1)).expectErrorMessage("lost").verifyLater();
		StepVerifier second = StepVerifier.create(this.batcher.add(2))
			.expectNext("result of 2")
			.expectComplete()
			.verifyLater();
		this.ways.get(0).tryEmitError(new IllegalStateException("lost"));
		this.ways.get(1).tryEmitValue(results(List.of(2)));
		first.verify();
		second.verify();
	}

	@Test
	void aWayThatCannotBeginFailsAndTheNextIsTried() {
		AtomicInteger tries = new AtomicInteger();
		Batcher<Integer, String> failing = new Batcher<>((batch) -> {
			if (tries.incrementAndGet() == 1) {
				throw new IllegalStateException("no way");
			}
			return Mono.just(results(batch));
		});
		StepVerifier.create(failing.add(1)).verifyErrorMessage("no way");
		StepVerifier.create(failing.add(2)).expectNext("result of 2").verifyComplete();
	}

	@Test
	void ofABatchThatIsRefusedEachGoesAgainAlone() {
		List<String> ends = new ArrayList<>();
		Flux.range(0, 4)
			.flatMap((item) -> this.batcher.add(item).onErrorResume((ex) -> Mono.just(item + " is " + ex.getMessage())))
			.subscribe(ends::add);
		this.ways.get(0).tryEmitValue(results(List.of(0)));
		this.ways.get(1).tryEmitError(new DataIntegrityViolationException("refused"));
		for (int i = 2; i < this.ways.size(); i++) {
			if (this.batches.get(i).equals(List.of(2))) {
				this.ways.get(i).tryEmitError(new DataIntegrityViolationException("refused"));
			}
			this.ways.get(i).tryEmitValue(results(this.batches.get(i)));
		}
		assertThat(this.batches).containsExactly(List.of(0), List.of(1, 2, 3), List.of(1), List.of(2), List.of(3));
		assertThat(ends).containsExactly("result of 0", "result of 1", "2 is refused", "result of 3");
	}

	@Test
	void aWayThatIsAwayIsNotTriedForEach() {
		List<String> ends = new ArrayList<>();
		Flux.range(0, 3)
			.flatMap((item) -> this.batcher.add(item).onErrorResume((ex) -> Mono.just(item + " is " + ex.getMessage())))
			.subscribe(ends::add);
		this.ways.get(0).tryEmitValue(results(List.of(0)));
		this.ways.get(1).tryEmitError(new DataAccessResourceFailureException("away"));
		assertThat(this.batches).hasSize(2);
		assertThat(ends).containsExactly("result of 0", "1 is away", "2 is away");
	}

	@Test
	void aWayThatNeverEndsIsGivenUp() {
		Batcher<Integer, String> stuck = new Batcher<>(
				(batch) -> (batch.get(0) == 1) ? Mono.never() : Mono.just(results(batch)));
		StepVerifier.withVirtualTime(() -> stuck.add(1))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(29))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(TimeoutException.class);
		StepVerifier.create(stuck.add(2)).expectNext("result of 2").verifyComplete();
	}

	/** With a way that ends at once, batch after batch. */
	@Test
	void manyThatWaitAreNoDeepStack() {
		AtomicInteger failed = new AtomicInteger();
		Sinks.One<Map<Integer, String>> first = Sinks.one();
		Batcher<Integer, String> failing = new Batcher<>(
				(batch) -> (batch.get(0) == 0) ? first.asMono() : Mono.error(new IllegalStateException("lost")));
		for (int i = 0; i < 300_000; i++) {
			failing.add(i).subscribe((result) -> {
			}, (ex) -> failed.incrementAndGet());
		}
		first.tryEmitValue(Map.of());
		assertThat(failed).hasValue(299_999);
	}

	@Test
	void whoeverLeavesBeforeIsLeftOut() {
		this.batcher.add(1).subscribe();
		this.batcher.add(2).subscribe().dispose();
		this.batcher.add(3).subscribe();
		this.ways.get(0).tryEmitValue(results(List.of(1)));
		assertThat(this.batches).containsExactly(List.of(1), List.of(3));
	}

	@Test
	void aBatchGoesOnWhenThoseWhoAskedLeave() {
		List<String> came = new ArrayList<>();
		Disposable leaves = this.batcher.add(1).subscribe(came::add);
		leaves.dispose();
		this.batcher.add(2).subscribe(came::add);
		this.ways.get(0).tryEmitValue(results(List.of(1)));
		this.ways.get(1).tryEmitValue(results(List.of(2)));
		assertThat(came).containsExactly("result of 2");
	}

	@Test
	void aBatchKnowsNothingOfWhoeverAsked() {
		Batcher<Integer, String> seeing = new Batcher<>(
				(batch) -> Mono.deferContextual((context) -> Mono.just(Map.of(0, String.valueOf(context.isEmpty())))));
		StepVerifier.create(seeing.add(1).contextWrite((context) -> context.put("who", "somebody")))
			.expectNext("true")
			.verifyComplete();
	}

	/**
	 * Many threads ask at random, ways end on others, fail or have no result for some.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void eachGoesOnceAndGetsItsOwn(long seed) {
		Queue<Integer> sent = new ConcurrentLinkedQueue<>();
		AtomicInteger onTheirWay = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger largest = new AtomicInteger();
		Batcher<Integer, String> busy = new Batcher<>((batch) -> {
			most.accumulateAndGet(onTheirWay.incrementAndGet(), Math::max);
			largest.accumulateAndGet(batch.size(), Math::max);
			sent.addAll(batch);
			Random random = new Random(seed * 31 + batch.get(0));
			Map<Integer, String> results = results(batch);
			results.values().removeIf((result) -> random.nextInt(10) == 0);
			return Mono.delay(Duration.ofNanos(random.nextInt(200_000)), Schedulers.parallel())
				.<Map<Integer, String>>handle((tick, sink) -> {
					onTheirWay.decrementAndGet();
					if (random.nextInt(10) == 0) {
						sink.error(new IllegalStateException("lost"));
					}
					else {
						sink.next(results);
					}
				});
		});
		List<String> ends = Flux.range(0, 20_000)
			.parallel(8)
			.runOn(Schedulers.boundedElastic())
			.flatMap((item) -> busy.add(item)
				.map((result) -> result.equals("result of " + item) ? "own" : "another's")
				.onErrorReturn("failed")
				.defaultIfEmpty("none"), false, 50)
			.sequential()
			.collectList()
			.block(Duration.ofMinutes(1));
		assertThat(sent).as("seed %d", seed).hasSize(20_000).doesNotHaveDuplicates();
		assertThat(most).as("batches on their way at once, seed %d", seed).hasValue(1);
		assertThat(largest.get()).as("the largest batch, seed %d", seed).isBetween(2, 100);
		assertThat(ends).as("seed %d", seed)
			.hasSize(20_000)
			.contains("own", "failed", "none")
			.doesNotContain("another's");
	}

}

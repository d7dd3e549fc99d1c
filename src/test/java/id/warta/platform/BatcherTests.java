package id.warta.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
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
		Batcher<Integer, String> busy = new Batcher<>((batch) -> {
			assertThat(onTheirWay.incrementAndGet()).as("at once").isOne();
			assertThat(batch).hasSizeBetween(1, 100);
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
		assertThat(ends).as("seed %d", seed)
			.hasSize(20_000)
			.contains("own", "failed", "none")
			.doesNotContain("another's");
	}

}

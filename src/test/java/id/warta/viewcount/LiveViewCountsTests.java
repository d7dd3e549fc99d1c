package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import id.warta.eventlog.EventCursor;
import id.warta.eventlog.LiveEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LiveViewCountsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final EventCursor CURSOR = new EventCursor(new UUID(1, 2), 7);

	private static final Instant NOW = Instant.parse("2025-08-03T00:00:00Z");

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	/** The counts of the articles that readers see. */
	private final Map<Long, Long> counts = new TreeMap<>(Map.of(1L, 10L, 2L, 20L, 3L, 30L));

	/** Which articles each look asked for. */
	private final List<Set<Long>> looks = new ArrayList<>();

	private Function<Map<Long, Long>, Mono<Map<Long, Long>>> servers = Mono::just;

	private LiveViewCounts live;

	@BeforeEach
	void begin() {
		Views views = mock(Views.class);
		given(views.visibleCounts(anyCollection())).willAnswer((call) -> Mono.defer(() -> look(call.getArgument(0))));
		LiveEvents events = mock(LiveEvents.class);
		given(events.cursor()).willReturn(CURSOR);
		this.live = new LiveViewCounts(views, events, () -> NOW);
	}

	private Mono<Map<Long, Long>> look(Collection<Long> ids) {
		this.looks.add(Set.copyOf(ids));
		return this.servers.apply(ids.stream()
			.filter(this.counts::containsKey)
			.collect(Collectors.toMap(Function.identity(), this.counts::get)));
	}

	@AfterEach
	void reset() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void theNumbersOfNowComeFirstAndThenEachChange() {
		List<String> told = new ArrayList<>();
		Disposable subscriber = follow(told, 1, 2);
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(told).containsExactlyInAnyOrder("1=10", "2=20");
		this.counts.put(2L, 21L);
		this.time.advanceTimeBy(SECOND);
		this.time.advanceTimeBy(SECOND);
		assertThat(told).hasSize(3).endsWith("2=21");
		subscriber.dispose();
	}

	@Test
	void anEventSaysWhenAndWhereInTheLogItWasRead() {
		this.live.of(Set.of(1L))
			.as(StepVerifier::create)
			.then(() -> this.time.advanceTimeBy(Duration.ZERO))
			.expectNext(new ViewCountEvent(CURSOR.toString(), NOW, 1, 10))
			.thenCancel()
			.verify();
	}

	@Test
	void manyChangesWithinASecondAreOne() {
		List<String> told = new ArrayList<>();
		follow(told, 1);
		for (long count = 11; count <= 40; count++) {
			this.counts.put(1L, count);
			this.time.advanceTimeBy(Duration.ofMillis(100));
		}
		assertThat(told).hasSizeLessThanOrEqualTo(4).endsWith("1=40");
	}

	@Test
	void oneLookASecondServesAllSubscribers() {
		List<List<String>> told = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			told.add(new ArrayList<>());
			follow(told.get(i), 1 + i % 3);
		}
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.looks).hasSizeLessThanOrEqualTo(6).endsWith(Set.of(1L, 2L, 3L));
		assertThat(told).allSatisfy((own) -> assertThat(own).hasSize(1));
	}

	@Test
	void aNumberNeverFallsWhateverIsRead() {
		List<String> told = new ArrayList<>();
		follow(told, 1);
		for (long read : List.of(10L, 4L, 10L, 3L, 12L, 11L, 13L)) {
			this.counts.put(1L, read);
			this.time.advanceTimeBy(SECOND);
		}
		assertThat(told).containsExactly("1=10", "1=12", "1=13");
	}

	@Test
	void whoComesLaterIsNotToldLessThanOthersKnow() {
		follow(new ArrayList<>(), 1);
		this.time.advanceTimeBy(SECOND);
		this.counts.put(1L, 4L);
		List<String> told = new ArrayList<>();
		follow(told, 1);
		this.time.advanceTimeBy(SECOND);
		assertThat(told).containsExactly("1=10");
	}

	@Test
	void serversThatFailOrHangAreWaitedFor() {
		List<String> told = new ArrayList<>();
		follow(told, 1);
		this.time.advanceTimeBy(Duration.ZERO);
		this.counts.put(1L, 11L);
		this.servers = (read) -> Mono.error(new IllegalStateException("away"));
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		this.servers = (read) -> Mono.never();
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(told).containsExactly("1=10");
		this.servers = Mono::just;
		this.time.advanceTimeBy(Duration.ofSeconds(11));
		assertThat(told).containsExactly("1=10", "1=11");
	}

	@Test
	void aSlowLookIsNotOvertaken() {
		this.servers = (read) -> Mono.just(read).delayElement(Duration.ofSeconds(3));
		follow(new ArrayList<>(), 1);
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(this.looks).hasSize(1);
		this.time.advanceTimeBy(SECOND);
		assertThat(this.looks).hasSize(2);
	}

	@Test
	void nothingIsToldOfArticlesThatReadersDoNotSee() {
		List<String> told = new ArrayList<>();
		follow(told, 1, 4711);
		this.time.advanceTimeBy(SECOND);
		this.counts.remove(1L);
		this.time.advanceTimeBy(SECOND);
		List<String> late = new ArrayList<>();
		follow(late, 1);
		this.time.advanceTimeBy(SECOND);
		assertThat(late).isEmpty();
		this.counts.put(1L, 12L);
		this.time.advanceTimeBy(SECOND);
		assertThat(told).containsExactly("1=10", "1=12");
		assertThat(late).containsExactly("1=12");
	}

	@Test
	void aSlowSubscriberGetsTheNewestNumbersAlone() {
		Slow slow = new Slow();
		this.live.of(Set.of(1L)).subscribe(slow);
		grow(1, 11, 60);
		slow.request(1);
		assertThat(slow.told).containsExactly("1=60");
		grow(1, 61, 90);
		slow.request(2);
		assertThat(slow.told).containsExactly("1=60", "1=90");
		grow(1, 91, 92);
		assertThat(slow.told).containsExactly("1=60", "1=90", "1=91");
	}

	@Test
	void aNumberThatWaitedForLongIsReplacedByTheNewest() {
		Slow slow = new Slow();
		this.live.of(new LinkedHashSet<>(List.of(1L, 2L))).subscribe(slow);
		this.time.advanceTimeBy(SECOND);
		slow.request(1);
		grow(2, 21, 50);
		slow.request(5);
		assertThat(slow.told).containsExactly("1=10", "2=50");
	}

	/** Takes nothing but what it asks for. */
	private static final class Slow extends BaseSubscriber<ViewCountEvent> {

		private final List<String> told = new ArrayList<>();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// asks later
		}

		@Override
		protected void hookOnNext(ViewCountEvent event) {
			this.told.add(text(event));
		}

	}

	private void grow(long article, long from, long to) {
		for (long count = from; count <= to; count++) {
			this.counts.put(article, count);
			this.time.advanceTimeBy(SECOND);
		}
	}

	@Test
	void nobodyLooksWhileNobodyFollows() {
		Disposable subscriber = follow(new ArrayList<>(), 1);
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		subscriber.dispose();
		int before = this.looks.size();
		this.time.advanceTimeBy(SECOND);
		assertNothingIsLeft();
		assertThat(this.looks).hasSize(before);
		List<String> told = new ArrayList<>();
		follow(told, 1);
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(told).containsExactly("1=10");
	}

	@Test
	void aThousandWhoComeAndGoLeaveNothingBehindAndCauseNoMoreLooks() {
		for (int i = 0; i < 1000; i++) {
			follow(new ArrayList<>(), 1, 2, 3).dispose();
			this.time.advanceTimeBy(Duration.ofMillis(10));
		}
		assertThat(this.looks).hasSizeLessThanOrEqualTo(11);
		this.time.advanceTimeBy(SECOND);
		assertNothingIsLeft();
	}

	private void assertNothingIsLeft() {
		assertThat(this.live.watchers()).isZero();
		assertThat(this.live.watched()).isZero();
		assertThat(this.live.lookers()).isZero();
		long timers = this.time.getScheduledTaskCount();
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.time.getScheduledTaskCount()).as("timers ever set").isEqualTo(timers);
	}

	@Test
	void manyArticlesAreLookedAtInParts() {
		LongStream.range(0, 120)
			.forEach((i) -> follow(new ArrayList<>(), LongStream.range(0, 100).map((j) -> 1 + i * 100 + j).toArray()));
		this.looks.clear();
		this.time.advanceTimeBy(SECOND);
		assertThat(this.looks.stream().mapToInt(Set::size)).containsExactly(5000, 5000, 2000);
	}

	@ParameterizedTest
	@ValueSource(longs = { 51, 52, 53, 54, 55 })
	void whateverHappensEachSubscriberSeesGrowingNumbersUpToTheLast(long seed) {
		Random random = new Random(seed);
		List<List<String>> told = new ArrayList<>();
		List<Disposable> subscribers = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			switch (random.nextInt(5)) {
				case 0 -> {
					told.add(new ArrayList<>());
					subscribers.add(follow(told.get(told.size() - 1), 1 + random.nextInt(3)));
				}
				case 1 -> subscribers.stream()
					.skip(random.nextInt(1 + subscribers.size()))
					.findFirst()
					.ifPresent(Disposable::dispose);
				case 2 -> this.servers = (random.nextInt(3) == 0) ? (read) -> Mono.error(new IllegalStateException())
						: Mono::just;
				default -> this.counts.merge(1L + random.nextInt(3), 1L, Long::sum);
			}
			this.time.advanceTimeBy(Duration.ofMillis(random.nextInt(700)));
		}
		this.servers = Mono::just;
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		for (int i = 0; i < told.size(); i++) {
			List<Long> numbers = told.get(i).stream().map((text) -> Long.valueOf(text.substring(2))).toList();
			assertThat(numbers).as("seed %d, subscriber %d", seed, i).isSorted().doesNotHaveDuplicates();
			if (!subscribers.get(i).isDisposed()) {
				long article = Long.parseLong(told.get(i).get(0).substring(0, 1));
				assertThat(numbers).as("seed %d, subscriber %d", seed, i).endsWith(this.counts.get(article));
			}
		}
		subscribers.forEach(Disposable::dispose);
		this.time.advanceTimeBy(SECOND);
		assertNothingIsLeft();
	}

	private Disposable follow(List<String> told, long... ids) {
		return this.live.of(LongStream.of(ids).boxed().collect(Collectors.toSet()))
			.map(LiveViewCountsTests::text)
			.subscribe(told::add);
	}

	private static String text(ViewCountEvent event) {
		return event.article() + "=" + event.viewCount();
	}

}

package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ViewRingTests {

	private static final Instant NOW = Instant.parse("2026-08-03T12:00:00Z");

	private static final Mono<ViewOutcome> AWAY = Mono.error(new IllegalStateException("away"));

	private static final Mono<ViewOutcome> NO_ANSWER = Mono
		.error(new ViewRecorder.UncertainException(new IllegalStateException("no answer")));

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ViewRecorder recorder = mock(ViewRecorder.class);

	/** What is told of whom, by visitor. */
	private final Map<String, Mono<ViewOutcome>> answers = new HashMap<>();

	/** Who was asked for, with a question mark if uncertain. */
	private final List<String> asked = new ArrayList<>();

	private Function<String, Mono<ViewOutcome>> fate = (visitor) -> this.answers.getOrDefault(visitor,
			Mono.just(ViewOutcome.COUNTED));

	private Instant now = NOW;

	private ViewRing ring;

	@BeforeEach
	void begin() {
		given(this.recorder.record(any(), anyBoolean())).willAnswer((call) -> {
			View view = call.getArgument(0);
			this.asked.add(view.visitor().id() + (call.<Boolean>getArgument(1) ? "?" : ""));
			return this.fate.apply(view.visitor().id());
		});
		this.ring = new ViewRing(this.recorder,
				new ViewProperties(Duration.ofMinutes(30), 1000, 50, Duration.ofSeconds(5)), () -> this.now,
				this.meters);
	}

	private static View view(String visitor, String address) {
		return new View(ArticleKey.id(1), new Visitor(visitor),
				Reader.of(new HttpHeaders(), new InetSocketAddress(address, 80)), ViewSource.DIRECT, NOW);
	}

	private ViewOutcome record(int number) {
		return this.ring.record(view("visitor-" + number, "192.0.2." + number)).block();
	}

	private double lost() {
		return this.meters.get("warta.views.lost").counter().count();
	}

	@Test
	void whatCanNotBeCountedWaitsUntilItCan() {
		this.answers.put("visitor-1", AWAY);
		this.answers.put("visitor-2", NO_ANSWER);
		assertThat(List.of(record(1), record(2), record(3))).containsExactly(ViewOutcome.WAITING, ViewOutcome.WAITING,
				ViewOutcome.COUNTED);
		this.ring.replay().block();
		assertThat(this.ring.size()).isEqualTo(2);
		this.answers.clear();
		this.ring.replay().block();
		assertThat(this.ring.size()).isZero();
		assertThat(this.asked).containsExactly("visitor-1", "visitor-2", "visitor-3", "visitor-1", "visitor-2?",
				"visitor-1", "visitor-2?");
		assertThat(lost()).isZero();
	}

	@Test
	void oneThatCanNotBeCountedKeepsNoOther() {
		IntStream.rangeClosed(1, 40).forEach((number) -> this.answers.put("visitor-" + number, AWAY));
		IntStream.rangeClosed(1, 40).forEach(this::record);
		IntStream.rangeClosed(3, 40).forEach((number) -> this.answers.remove("visitor-" + number));
		this.ring.replay().block();
		assertThat(this.ring.size()).isEqualTo(2);
	}

	@Test
	void aServerThatIsAwayIsAskedAFewTimesOnly() {
		IntStream.rangeClosed(1, 40).forEach((number) -> this.answers.put("visitor-" + number, AWAY));
		IntStream.rangeClosed(1, 40).forEach(this::record);
		this.asked.clear();
		this.ring.replay().block();
		assertThat(this.asked).hasSize(16).doesNotHaveDuplicates();
		this.ring.replay().block();
		this.ring.replay().block();
		assertThat(this.asked).contains("visitor-40");
		assertThat(this.ring.size()).isEqualTo(40);
	}

	@Test
	void onlyWhatMayHaveBeenCountedIsGivenUpWhenItsWindowIsNearlyOver() {
		this.answers.put("visitor-1", AWAY);
		this.answers.put("visitor-2", NO_ANSWER);
		record(1);
		record(2);
		this.answers.clear();
		this.now = NOW.plus(Duration.ofMinutes(28));
		this.asked.clear();
		this.ring.replay().block();
		assertThat(this.asked).containsExactly("visitor-1");
		assertThat(this.ring.size()).isZero();
		assertThat(lost()).isEqualTo(1);
	}

	@Test
	void aNetworkTakesATenthOfTheRoom() {
		for (int number = 1; number <= 6; number++) {
			this.answers.put("visitor-" + number, AWAY);
			assertThat(this.ring.record(view("visitor-" + number, "192.0.2.1")).block())
				.isEqualTo((number <= 5) ? ViewOutcome.WAITING : ViewOutcome.UNAVAILABLE);
		}
		assertThat(this.ring.record(view("visitor-6", "192.0.2.2")).block()).isEqualTo(ViewOutcome.WAITING);
		assertThat(lost()).isEqualTo(1);
		this.answers.clear();
		this.ring.replay().block();
		this.answers.put("visitor-7", AWAY);
		assertThat(this.ring.record(view("visitor-7", "192.0.2.1")).block()).isEqualTo(ViewOutcome.WAITING);
		assertThat(this.meters.get("warta.views.waiting").gauge().value()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void eachViewIsCountedOnceOrWaitsOrIsLost(long seed) {
		Random random = new Random(seed);
		Map<String, Integer> counted = new HashMap<>();
		this.fate = (visitor) -> switch (random.nextInt(4)) {
			case 0 -> AWAY;
			case 1 -> NO_ANSWER;
			default -> Mono.fromSupplier(() -> {
				counted.merge(visitor, 1, Integer::sum);
				return ViewOutcome.COUNTED;
			});
		};
		int views = 200;
		for (int number = 0; number < views; number++) {
			record(number);
			if (random.nextInt(10) == 0) {
				this.ring.replay().block();
			}
		}
		assertThat(counted.values()).as("seed %d", seed).containsOnly(1);
		assertThat(counted.size() + this.ring.size() + lost()).as("seed %d", seed).isEqualTo(views);
	}

}

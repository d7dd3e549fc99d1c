package id.warta.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class DueWorkTimerTests {

	private static final Instant NOW = Instant.parse("2025-08-03T00:00:00Z");

	private final AtomicInteger runs = new AtomicInteger();

	private VirtualTimeScheduler time;

	@BeforeEach
	void stopTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void letTimeGoOn() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void looksEachSecondWithinAFifth() {
		DueWorkTimer timer = timer((now) -> Mono.fromSupplier(() -> {
			assertThat(now).isEqualTo(NOW);
			this.runs.incrementAndGet();
			return 0;
		}));
		timer.start();
		this.time.advanceTimeBy(Duration.ofMillis(799));
		assertThat(this.runs).hasValue(0);
		this.time.advanceTimeBy(Duration.ofSeconds(99));
		assertThat(this.runs.get()).isBetween(83, 124);
		timer.stop();
		int before = this.runs.get();
		this.time.advanceTimeBy(Duration.ofSeconds(10));
		assertThat(this.runs).hasValue(before);
		assertThat(timer.isRunning()).isFalse();
	}

	@Test
	void goesOnAtOnceWhileMoreIsDue() {
		DueWorkTimer timer = timer((now) -> Mono.fromSupplier(() -> (this.runs.incrementAndGet() < 50) ? 1 : 0));
		timer.start();
		this.time.advanceTimeBy(Duration.ofMillis(1200));
		assertThat(this.runs).hasValue(50);
	}

	@Test
	void aFailureIsTriedAgain() {
		DueWorkTimer timer = timer((now) -> Mono.error(() -> {
			this.runs.incrementAndGet();
			return new IllegalStateException("PostgreSQL is away");
		}));
		timer.start();
		this.time.advanceTimeBy(Duration.ofSeconds(10));
		assertThat(this.runs.get()).isBetween(8, 12);
		assertThat(timer.isRunning()).isTrue();
	}

	@Test
	void workThatHangsIsGivenUpAndHoldsUpNoOther() {
		DueWorkTimer timer = new DueWorkTimer(List.of((now) -> Mono.never(), (now) -> Mono.fromSupplier(() -> {
			this.runs.incrementAndGet();
			return 0;
		})), InstantSource.fixed(NOW));
		timer.start();
		this.time.advanceTimeBy(Duration.ofSeconds(60));
		assertThat(this.runs.get()).isBetween(50, 75);
	}

	private static DueWorkTimer timer(DueWork work) {
		return new DueWorkTimer(List.of(work), InstantSource.fixed(NOW));
	}

}

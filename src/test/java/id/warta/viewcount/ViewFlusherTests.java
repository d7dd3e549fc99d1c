package id.warta.viewcount;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ViewFlusherTests {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger ended = new AtomicInteger();

	private final AtomicBoolean stopped = new AtomicBoolean();

	private Mono<Void> run = Mono.empty();

	private ViewFlusher flusher;

	@BeforeEach
	void start() {
		ViewFlush flush = mock(ViewFlush.class);
		given(flush.run()).willReturn(Mono.defer(() -> {
			this.begun.incrementAndGet();
			return this.run.doOnSuccess((nothing) -> this.ended.incrementAndGet());
		}));
		ViewRing ring = mock(ViewRing.class);
		given(ring.replay()).willReturn(Mono.empty());
		this.flusher = new ViewFlusher(ring, flush, new ViewProperties(Duration.ofMinutes(30), 1000, 1000, INTERVAL));
		this.flusher.start();
	}

	@AfterEach
	void reset() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void itFlushesAgainAndAgain() {
		this.time.advanceTimeBy(INTERVAL.multipliedBy(3));
		assertThat(this.ended).hasValue(3);
	}

	@Test
	void anErrorDoesNotEndIt() {
		this.run = Mono.error(new IllegalStateException("away"));
		this.time.advanceTimeBy(INTERVAL.multipliedBy(3));
		this.run = Mono.empty();
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.begun).hasValue(4);
		assertThat(this.ended).hasValue(1);
	}

	@Test
	void aSlowFlushIsNotOvertaken() {
		this.run = Mono.delay(INTERVAL.multipliedBy(4)).then();
		this.time.advanceTimeBy(INTERVAL.multipliedBy(4));
		assertThat(this.begun).hasValue(1);
		this.time.advanceTimeBy(INTERVAL.multipliedBy(2));
		assertThat(this.ended).hasValue(1);
		assertThat(this.begun).hasValue(2);
	}

	@Test
	void aStopEndsTheFlushAndFlushesOnceMore() {
		this.run = Mono.delay(Duration.ofSeconds(2)).then();
		this.time.advanceTimeBy(INTERVAL);
		this.flusher.stop(() -> this.stopped.set(true));
		assertThat(this.stopped).isFalse();
		this.time.advanceTimeBy(Duration.ofSeconds(4));
		assertThat(this.ended).hasValue(2);
		assertThat(this.stopped).isTrue();
		assertThat(this.flusher.isRunning()).isFalse();
		this.time.advanceTimeBy(INTERVAL.multipliedBy(3));
		assertThat(this.begun).hasValue(2);
	}

	@Test
	void aStopDoesNotWaitForEver() {
		this.run = Mono.never();
		this.time.advanceTimeBy(INTERVAL);
		this.flusher.stop(() -> this.stopped.set(true));
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.stopped).isTrue();
		assertThat(this.flusher.isRunning()).isFalse();
	}

	@Test
	void itStartsAgainAfterAStop() {
		this.flusher.stop();
		this.flusher.start();
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.ended).hasValue(2);
		assertThat(this.flusher.isRunning()).isTrue();
	}

}

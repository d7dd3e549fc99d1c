package id.warta.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import id.warta.platform.UnavailableException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReplicaTests {

	private final Replicas replicas = new Replicas();

	private final AtomicInteger loads = new AtomicInteger();

	private final AtomicReference<Mono<Integer>> load = new AtomicReference<>(
			Mono.fromSupplier(this.loads::incrementAndGet));

	private final Replica<Integer> replica = this.replicas.of(Mono.defer(this.load::get), "TAG_CHANGED");

	@Test
	void isUnavailableBeforeItIsLoaded() {
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(this.replica::value);
	}

	@Test
	void isLoadedBeforeTheNodeServes() {
		this.replicas.start();
		assertThat(this.replica.value()).isEqualTo(1);
	}

	@Test
	void isReadAnewWhenAnEventConcernsIt() {
		this.replicas.start();
		this.replicas.changed(List.of("AUTHOR_CHANGED")).as(StepVerifier::create).verifyComplete();
		assertThat(this.replica.value()).isEqualTo(1);
		this.replicas.changed(List.of("AUTHOR_CHANGED", "TAG_CHANGED", "TAG_CHANGED"))
			.as(StepVerifier::create)
			.verifyComplete();
		assertThat(this.replica.value()).isEqualTo(2);
	}

	@Test
	void anImportConcernsEverything() {
		this.replicas.start();
		this.replicas.changed(List.of(EventLog.IMPORTED)).as(StepVerifier::create).verifyComplete();
		assertThat(this.replica.value()).isEqualTo(2);
	}

	@Test
	void keepsItsValueUntilAFailedLoadIsMadeUpFor() {
		this.replicas.start();
		Mono<Integer> good = this.load.getAndSet(Mono.error(new IllegalStateException("PostgreSQL is away")));
		this.replicas.changed(List.of("TAG_CHANGED")).as(StepVerifier::create).verifyComplete();
		assertThat(this.replica.value()).isEqualTo(1);
		this.load.set(good);
		this.replicas.changed(List.of()).as(StepVerifier::create).verifyComplete();
		assertThat(this.replica.value()).isEqualTo(2);
		this.replicas.changed(List.of()).as(StepVerifier::create).verifyComplete();
		assertThat(this.loads).hasValue(2);
	}

	@Test
	void aLoadThatHangsHoldsUpSubscribersForFiveSecondsAtMost() {
		this.replicas.start();
		this.load.set(Mono.never());
		StepVerifier.withVirtualTime(() -> this.replicas.changed(List.of("TAG_CHANGED")))
			.thenAwait(Duration.ofSeconds(5))
			.verifyComplete();
		assertThat(this.replica.value()).isEqualTo(1);
	}

	@Test
	void ofTwoLoadsTheLaterBegunWins() {
		Sinks.One<Integer> slow = Sinks.one();
		this.load.set(slow.asMono());
		this.replica.fresh().subscribe();
		this.load.set(Mono.just(7));
		this.replica.fresh().as(StepVerifier::create).expectNext(7).verifyComplete();
		slow.tryEmitValue(6).orThrow();
		assertThat(this.replica.value()).isEqualTo(7);
	}

}

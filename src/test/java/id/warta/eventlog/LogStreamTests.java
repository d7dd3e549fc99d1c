package id.warta.eventlog;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogStreamTests {

	private static final LogStream<Long> ENDLESS = LogStream.of((event) -> true,
			(delivery) -> delivery.cursor().position());

	@Test
	void aStreamDoesNotCompleteByItself() {
		assertThat(ENDLESS.endsWith(event(7))).isFalse();
		assertThat(ENDLESS.endsWith(heartbeat(7))).isFalse();
	}

	@Test
	void aStreamUntilAnEventCompletesWithThatEvent() {
		LogStream<Long> stream = ENDLESS.until((event) -> event.position() == 7);
		assertThat(stream.endsWith(event(6))).isFalse();
		assertThat(stream.endsWith(heartbeat(7))).isFalse();
		assertThat(stream.endsWith(event(7))).isTrue();
	}

	@Test
	void aStreamUpToAPlaceCompletesWhenAllBeforeItWasTold() {
		LogStream<Long> stream = ENDLESS.until((event) -> event.position() == 3).upTo(7);
		assertThat(stream.endsWith(heartbeat(6))).isFalse();
		assertThat(stream.endsWith(event(6))).isFalse();
		assertThat(stream.endsWith(event(7))).isTrue();
		assertThat(stream.endsWith(heartbeat(7))).isTrue();
		assertThat(stream.endsWith(heartbeat(8))).isTrue();
		assertThat(stream.endsWith(event(3))).as("the event, before the place").isTrue();
	}

	private static Delivery event(long position) {
		return Delivery.of(Events.event(position), Events.EPOCH);
	}

	private static Delivery heartbeat(long position) {
		return Delivery.heartbeat(new EventCursor(Events.EPOCH, position), Instant.EPOCH);
	}

}

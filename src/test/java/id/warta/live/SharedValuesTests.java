package id.warta.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.TestLog;
import id.warta.eventlog.Told;
import id.warta.eventlog.ValueStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SharedValuesTests {

	private final TestLog log = new TestLog();

	private final EventExecution execution = mock(EventExecution.class);

	private final Sinks.Many<Count> counts = Sinks.many().unicast().onBackpressureBuffer();

	private final SharedValues stream = new SharedValues(this.execution, JsonMapper.shared());

	private record Count(String of, int count) {

	}

	@BeforeEach
	void follow() {
		given(this.execution.execute(any())).willAnswer((asked) -> {
			Count count = (Count) ((Told) asked.getArgument(0)).payload();
			return Mono.just(ExecutionResult.newExecutionResult().data(Map.of(count.of(), count.count())).build());
		});
		this.stream.follow(new ValueStream<>(this.counts.asFlux(), Count::of));
	}

	@AfterEach
	void stop() {
		this.log.close();
	}

	private void count(String of, int count) {
		this.counts.emitNext(new Count(of, count), Sinks.EmitFailureHandler.FAIL_FAST);
	}

	private @Nullable Subscriber join(Listener listener) {
		LogPlace now = Objects.requireNonNull(this.stream.place(this.log.live(), null).block());
		return this.stream.join(now, listener);
	}

	@Test
	void whoComesLaterGetsTheNewestValueOfEachKey() {
		count("a", 1);
		count("b", 1);
		count("a", 2);
		Listener listener = new Listener();
		join(listener);
		count("b", 2);
		assertThat(listener.heard).containsExactlyInAnyOrder("a2", "b1", "b2").endsWith("b2");
	}

	@Test
	void whoTakesLittleGetsTheNewestValueOfEachKey() {
		Listener slow = new Listener();
		Listener neighbour = new Listener();
		Subscriber subscriber = join(slow);
		join(neighbour);
		slow.ready = false;
		for (int i = 1; i <= 5; i++) {
			count("a", i);
			count("b", i);
		}
		assertThat(slow.heard).isEmpty();
		assertThat(neighbour.heard).hasSize(10);
		slow.ready = true;
		Objects.requireNonNull(subscriber).resume();
		assertThat(slow.heard).containsExactly("a5", "b5");
	}

	@Test
	void whoLeavesHearsNoMore() {
		Listener listener = new Listener();
		Subscriber subscriber = Objects.requireNonNull(join(listener));
		assertThat(this.stream.subscribers()).isOne();
		subscriber.leave();
		subscriber.leave();
		count("a", 1);
		assertThat(listener.heard).isEmpty();
		assertThat(this.stream.subscribers()).isZero();
		assertThat(this.stream.closeIfIdle(Duration.ZERO)).isTrue();
		assertThat(this.counts.currentSubscriberCount()).isZero();
		assertThat(join(listener)).isNull();
	}

	@Test
	void theEndOfTheValuesIsTheEnd() {
		Listener listener = new Listener();
		join(listener);
		this.counts.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
		assertThat(listener.heard).containsExactly("complete");
		assertThat(this.stream.isOpen()).isFalse();
		assertThat(join(new Listener())).isNull();
	}

	private static final class Listener implements Outlet {

		private static final Executor HERE = Runnable::run;

		private final List<String> heard = new ArrayList<>();

		private boolean ready = true;

		@Override
		public Executor executor() {
			return HERE;
		}

		@Override
		public boolean isReady() {
			return this.ready;
		}

		@Override
		public void next(Message message) {
			this.heard.add(new String(message.json(), StandardCharsets.UTF_8).replaceAll("data|\\W", ""));
		}

		@Override
		public void flush() {
			// Each is heard at once
		}

		@Override
		public void fail(List<GraphQLError> errors) {
			this.heard.add("fail");
		}

		@Override
		public void restart() {
			this.heard.add("restart");
		}

		@Override
		public void complete() {
			this.heard.add("complete");
		}

	}

}

package id.warta.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets what comes at the same time go together, where a way costs more than what is
 * carried: a statement, or a commit. What comes while a batch is on its way goes with the
 * next; nothing waits otherwise. A batch goes on though whoever asked may leave
 * meanwhile, and knows nothing of their context.
 *
 * @param <T> what goes
 * @param <R> what comes back
 */
public final class Batcher<T, R> {

	private static final int AT_ONCE = 100;

	private final Function<List<T>, Mono<Map<Integer, R>>> way;

	private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean onItsWay = new AtomicBoolean();

	/**
	 * Creates it.
	 * @param way takes a hundred at most, in the order in which they came, and gives
	 * results by their place in the list; an error is everybody's
	 */
	public Batcher(Function<List<T>, Mono<Map<Integer, R>>> way) {
		this.way = way;
	}

	private record Waiting<T, R>(T item, MonoSink<R> sink) {

	}

	/**
	 * Sends something with the next batch.
	 * @return its result; empty if it has none
	 */
	public Mono<R> add(T item) {
		return Mono.create((sink) -> {
			this.queue.add(new Waiting<>(item, sink));
			sendNext();
		});
	}

	private void sendNext() {
		while (!this.queue.isEmpty() && this.onItsWay.compareAndSet(false, true)) {
			List<Waiting<T, R>> batch = take();
			if (!batch.isEmpty()) {
				send(batch);
				return;
			}
			this.onItsWay.set(false);
		}
	}

	private List<Waiting<T, R>> take() {
		List<Waiting<T, R>> batch = new ArrayList<>();
		@Nullable Waiting<T, R> next;
		while (batch.size() < AT_ONCE && (next = this.queue.poll()) != null) {
			batch.add(next);
		}
		return batch;
	}

	private void send(List<Waiting<T, R>> batch) {
		Mono.defer(() -> this.way.apply(batch.stream().map(Waiting::item).toList()))
			.defaultIfEmpty(Map.of())
			.subscribe((results) -> succeed(batch, results), (ex) -> fail(batch, ex));
	}

	private void succeed(List<Waiting<T, R>> batch, Map<Integer, R> results) {
		this.onItsWay.set(false);
		sendNext();
		for (int i = 0; i < batch.size(); i++) {
			batch.get(i).sink().success(results.get(i));
		}
	}

	private void fail(List<Waiting<T, R>> batch, Throwable failure) {
		this.onItsWay.set(false);
		sendNext();
		batch.forEach((waiting) -> waiting.sink().error(failure));
	}

}

package id.warta.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Signal;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Lets what comes at the same time go together, where a way costs more than what is
 * carried: a statement, or a commit. What comes while a batch is on its way goes with the
 * next; nothing waits otherwise. Whoever leaves before is left out; a batch on its way
 * goes on, and knows nothing of anybody's context.
 *
 * @param <T> what goes
 * @param <R> what comes back
 */
public final class Batcher<T, R> {

	private static final int AT_ONCE = 100;

	/**
	 * Whoever asked has gone by then; a connection that is dead may say nothing for
	 * hours.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Function<List<T>, Mono<Map<Integer, R>>> way;

	private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();

	/** What was in a batch that was refused, since of one of them. */
	private final Queue<Waiting<T, R>> alone = new ConcurrentLinkedQueue<>();

	private final AtomicInteger looks = new AtomicInteger();

	private volatile boolean onItsWay;

	/**
	 * Creates it.
	 * @param way takes a hundred at most, in the order in which they came, and gives
	 * results by their place in the list. If PostgreSQL refuses a batch for what is in
	 * it, each goes again alone; any other error is everybody's.
	 */
	public Batcher(Function<List<T>, Mono<Map<Integer, R>>> way) {
		this.way = way;
	}

	private record Waiting<T, R>(T item, MonoSink<R> sink, AtomicBoolean left) {

	}

	/**
	 * Sends something with the next batch.
	 * @return its result; empty if it has none
	 */
	public Mono<R> add(T item) {
		return Mono.create((sink) -> {
			Waiting<T, R> waiting = new Waiting<>(item, sink, new AtomicBoolean());
			sink.onCancel(() -> waiting.left().set(true));
			this.queue.add(waiting);
			look();
		});
	}

	/** One thread at a time looks, as often as there was reason to. */
	private void look() {
		if (this.looks.getAndIncrement() > 0) {
			return;
		}
		int seen = 1;
		while (seen > 0) {
			if (!this.onItsWay) {
				sendNext();
			}
			seen = this.looks.addAndGet(-seen);
		}
	}

	private void sendNext() {
		List<Waiting<T, R>> batch = take(this.alone, 1);
		if (batch.isEmpty()) {
			batch = take(this.queue, AT_ONCE);
		}
		if (!batch.isEmpty()) {
			this.onItsWay = true;
			send(batch);
		}
	}

	private List<Waiting<T, R>> take(Queue<Waiting<T, R>> from, int most) {
		List<Waiting<T, R>> taken = new ArrayList<>();
		@Nullable Waiting<T, R> next;
		while (taken.size() < most && (next = from.poll()) != null) {
			if (!next.left().get()) {
				taken.add(next);
			}
		}
		return taken;
	}

	private void send(List<Waiting<T, R>> batch) {
		Mono.defer(() -> this.way.apply(batch.stream().map(Waiting::item).toList()))
			.timeout(PATIENCE)
			.defaultIfEmpty(Map.of())
			.materialize()
			.subscribe((end) -> ended(batch, end));
	}

	private void ended(List<Waiting<T, R>> batch, Signal<Map<Integer, R>> end) {
		Throwable failure = end.getThrowable();
		boolean again = failure != null && batch.size() > 1 && isOfWhatIsInIt(failure);
		if (again) {
			this.alone.addAll(batch);
		}
		this.onItsWay = false;
		look();
		if (failure != null && !again) {
			batch.forEach((waiting) -> waiting.sink().error(failure));
		}
		Map<Integer, R> results = end.get();
		for (int i = 0; results != null && i < batch.size(); i++) {
			batch.get(i).sink().success(results.get(i));
		}
	}

	private static boolean isOfWhatIsInIt(Throwable failure) {
		return failure instanceof DataAccessException && !(failure instanceof TransientDataAccessException)
				&& !(failure instanceof NonTransientDataAccessResourceException);
	}

}

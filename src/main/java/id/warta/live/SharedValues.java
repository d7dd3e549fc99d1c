package id.warta.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import graphql.GraphQLError;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.Told;
import id.warta.eventlog.ValueStream;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values that one operation tells all who ask for it. Each is executed once. Who comes
 * later gets the newest one of each key, and so does who takes little.
 */
final class SharedValues implements SharedStream {

	private final EventExecution execution;

	private final JsonMapper json;

	private final Map<Object, Message> newest = new ConcurrentHashMap<>();

	private final Map<Executor, Set<ValueSubscriber>> subscribers = new ConcurrentHashMap<>();

	private final Attendance attendance = new Attendance();

	private volatile boolean ended;

	private volatile Disposable following = Disposables.disposed();

	SharedValues(EventExecution execution, JsonMapper json) {
		this.execution = execution;
		this.json = json;
	}

	/**
	 * Begins to listen to the values.
	 */
	<T> void follow(ValueStream<T> stream) {
		this.following = stream.values()
			.concatMap((value) -> message(value).doOnNext((message) -> tell(stream.key().apply(value), message)))
			.subscribe((told) -> {
			}, (failure) -> end((one) -> one.fail(StreamErrors.of(failure))), () -> end(ValueSubscriber::complete));
	}

	/** What can't be executed is told with the next value. */
	private <T> Mono<Message> message(T value) {
		return this.execution.execute(new Told(value))
			.filter((result) -> result.getErrors().isEmpty())
			.onErrorComplete()
			.map((result) -> new Message(0, "", this.json.writeValueAsBytes(result.toSpecification()), false, false));
	}

	private void tell(Object key, Message message) {
		this.newest.put(key, message);
		onThreads((one) -> one.tell(key, message));
	}

	private void end(Consumer<ValueSubscriber> end) {
		this.ended = true;
		onThreads(end);
	}

	private void onThreads(Consumer<ValueSubscriber> action) {
		this.subscribers.forEach((executor, there) -> {
			try {
				executor.execute(() -> List.copyOf(there).forEach(action));
			}
			catch (RejectedExecutionException ex) {
				// A thread that has ended has no subscribers any more
			}
		});
	}

	@Override
	public Mono<LogPlace> place(LiveEvents live, @Nullable String after) {
		return live.place(null);
	}

	@Override
	public @Nullable Subscriber join(LogPlace from, Outlet outlet) {
		if (this.ended || !this.attendance.enter()) {
			return null;
		}
		ValueSubscriber subscriber = new ValueSubscriber(outlet);
		this.subscribers.computeIfAbsent(outlet.executor(), (executor) -> new HashSet<>()).add(subscriber);
		this.newest.forEach(subscriber::tell);
		if (this.ended) {
			subscriber.restart();
		}
		return subscriber;
	}

	@Override
	public boolean follows(LogPlace place) {
		return true;
	}

	@Override
	public void stop() {
		this.following.dispose();
		end(ValueSubscriber::restart);
	}

	@Override
	public boolean isOpen() {
		return !this.ended && this.attendance.isOpen();
	}

	@Override
	public void tick(Duration patience) {
		// Whoever takes nothing holds one value of each key at most
	}

	@Override
	public boolean closeIfIdle(Duration idle) {
		if (this.attendance.closeIfIdle(idle)) {
			this.following.dispose();
			return true;
		}
		return this.ended;
	}

	@Override
	public int subscribers() {
		return this.attendance.size();
	}

	/**
	 * One who listens, with what is yet to be told.
	 */
	private final class ValueSubscriber implements Subscriber {

		private final Outlet outlet;

		private final Map<Object, Message> waiting = new LinkedHashMap<>();

		private boolean left;

		ValueSubscriber(Outlet outlet) {
			this.outlet = outlet;
		}

		void tell(Object key, Message message) {
			this.waiting.put(key, message);
			resume();
		}

		@Override
		public void resume() {
			while (!this.left && !this.waiting.isEmpty() && this.outlet.isReady()) {
				Iterator<Message> oldest = this.waiting.values().iterator();
				Message next = oldest.next();
				oldest.remove();
				this.outlet.next(next);
			}
			this.outlet.flush();
		}

		@Override
		public void leave() {
			if (!this.left) {
				this.left = true;
				SharedValues.this.subscribers.getOrDefault(this.outlet.executor(), Set.of()).remove(this);
				SharedValues.this.attendance.leave();
			}
		}

		void fail(List<GraphQLError> errors) {
			leave();
			this.outlet.fail(errors);
		}

		void complete() {
			leave();
			this.outlet.complete();
		}

		void restart() {
			leave();
			this.outlet.restart();
		}

	}

}

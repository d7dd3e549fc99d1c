package id.warta.live.sse;

import java.util.List;
import java.util.concurrent.Executor;

import graphql.GraphQLError;
import id.warta.live.Admission.Admitted;
import id.warta.live.Message;
import id.warta.live.Outlet;
import id.warta.live.Subscriber;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * The way to one client that listens to an event stream. Used by the executor of all
 * event streams alone.
 */
final class EventStreamOutlet implements Outlet {

	private final EventStreams streams;

	private final FluxSink<byte[]> sink;

	private @Nullable Subscriber subscriber;

	private String cursor = "";

	private boolean left;

	/**
	 * Creates one.
	 * @param streams what all have in common
	 * @param sink where its events go
	 */
	EventStreamOutlet(EventStreams streams, FluxSink<byte[]> sink) {
		this.streams = streams;
		this.sink = sink;
	}

	void join(Admitted admitted) {
		this.sink.onRequest((more) -> executor().execute(this::resume));
		this.sink.onDispose(() -> executor().execute(this::leave));
		executor().execute(() -> begin(admitted));
	}

	private void begin(Admitted admitted) {
		this.cursor = admitted.from().cursor().toString();
		if (!this.left) {
			this.subscriber = admitted.stream().join(admitted.from(), this);
			if (this.subscriber == null) {
				restart();
			}
		}
	}

	private void resume() {
		if (this.subscriber != null) {
			this.subscriber.resume();
		}
	}

	private void leave() {
		this.left = true;
		if (this.subscriber != null) {
			this.subscriber.leave();
		}
	}

	@Override
	public Executor executor() {
		return this.streams.executor();
	}

	@Override
	public boolean isReady() {
		return this.sink.requestedFromDownstream() > 0;
	}

	@Override
	public void next(Message message) {
		this.cursor = message.cursor();
		this.sink.next(message.serverSentEvent(ServerSentEvents::of));
	}

	@Override
	public void flush() {
		// Each is sent at once
	}

	@Override
	public void fail(List<GraphQLError> errors) {
		this.streams.errors(errors).forEach(this.sink::next);
		this.sink.complete();
	}

	@Override
	public void restart() {
		this.sink.next(ServerSentEvents.retry(this.streams.retry(), this.cursor));
		this.sink.complete();
	}

	@Override
	public void complete() {
		this.sink.next(ServerSentEvents.completeForGood(this.cursor));
		this.sink.complete();
	}

}

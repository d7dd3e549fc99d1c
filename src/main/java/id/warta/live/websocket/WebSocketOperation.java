package id.warta.live.websocket;

import java.util.List;
import java.util.concurrent.Executor;

import graphql.GraphQLError;
import id.warta.live.Admission;
import id.warta.live.Admission.Admitted;
import id.warta.live.Admission.Answered;
import id.warta.live.Admission.Refused;
import id.warta.live.Message;
import id.warta.live.Outlet;
import id.warta.live.Subscriber;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.ExecutionGraphQlResponse;

/**
 * One operation of a connection, from {@code subscribe} to {@code complete} or
 * {@code error}. Used by the connection's event loop alone.
 */
final class WebSocketOperation implements Outlet {

	private final WebSocketConnection connection;

	private final String id;

	private final byte[] nextHead;

	/** While it isn't known what becomes of it. */
	private @Nullable Disposable pending;

	private @Nullable Subscriber subscriber;

	private boolean ended;

	WebSocketOperation(WebSocketConnection connection, String id) {
		this.connection = connection;
		this.id = id;
		this.nextHead = Frames.nextHead(connection.json(id));
	}

	String id() {
		return this.id;
	}

	void start(Mono<Admission> admission) {
		this.pending = admission.subscribe((admitted) -> executor().execute(() -> continueWith(admitted, admission)));
	}

	private void continueWith(Admission admission, Mono<Admission> again) {
		if (this.ended) {
			return;
		}
		this.pending = null;
		if (admission instanceof Admitted admitted) {
			this.subscriber = admitted.stream().join(admitted.from(), this);
			if (this.subscriber == null && !this.ended) {
				start(again);
			}
			else if (this.connection.isGoingAway()) {
				this.connection.goAway();
			}
		}
		else if (admission instanceof Refused refused) {
			fail(refused.errors());
		}
		else if (admission instanceof Answered answered) {
			answer(answered.response());
		}
	}

	/** The protocol has a message of its own for what isn't executed at all. */
	private void answer(ExecutionGraphQlResponse response) {
		if (!response.getExecutionResult().isDataPresent()) {
			fail(response.getExecutionResult().getErrors());
			return;
		}
		this.connection.next(this.id, response.toMap());
		complete();
	}

	/**
	 * Whether it is told a stream, which others may go on with.
	 */
	boolean isStream() {
		return this.subscriber != null;
	}

	void resume() {
		if (this.subscriber != null) {
			this.subscriber.resume();
		}
	}

	/**
	 * Ends it without a word, since the client wants no more.
	 */
	void cancel() {
		this.ended = true;
		leave();
	}

	/**
	 * Ends it, since the client may no longer have it.
	 */
	void refuse(GraphQLError error) {
		leave();
		fail(List.of(error));
	}

	private void leave() {
		if (this.pending != null) {
			this.pending.dispose();
		}
		if (this.subscriber != null) {
			this.subscriber.leave();
		}
	}

	@Override
	public Executor executor() {
		return this.connection.eventLoop();
	}

	@Override
	public boolean isReady() {
		return this.connection.isWritable();
	}

	@Override
	public void next(Message message) {
		if (!this.ended) {
			Frames.writeNext(this.connection.context(), message, this.id, this.nextHead);
		}
	}

	@Override
	public void flush() {
		this.connection.context().flush();
	}

	/** Counted out before the client hears of it, and may want the next one. */
	@Override
	public void fail(List<GraphQLError> errors) {
		if (!this.ended) {
			this.ended = true;
			this.connection.forget(this);
			this.connection.error(this.id, errors);
		}
	}

	@Override
	public void complete() {
		if (!this.ended) {
			this.ended = true;
			this.connection.forget(this);
			this.connection.complete(this.id);
		}
	}

	@Override
	public void restart() {
		if (!this.ended) {
			this.ended = true;
			this.connection.forget(this);
			this.connection.goAway();
		}
	}

}

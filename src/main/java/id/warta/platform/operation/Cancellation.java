package id.warta.platform.operation;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Whether an operation has been given up: its client has left, or its time is over. It
 * travels in the Reactor context to wherever the operation waits for something, since
 * GraphQL's engine doesn't cancel what its fields have begun.
 */
public final class Cancellation {

	private final Set<Runnable> actions = new HashSet<>();

	private boolean cancelled;

	/**
	 * The one of the operation that a context belongs to, if it does.
	 */
	public static @Nullable Cancellation of(ContextView context) {
		return context.getOrDefault(Cancellation.class, null);
	}

	Context writeTo(Context context) {
		return context.put(Cancellation.class, this);
	}

	/**
	 * Does something when the operation is given up, at once if it was.
	 * @param action what to do; it must not block
	 */
	public void register(Runnable action) {
		synchronized (this) {
			if (!this.cancelled) {
				this.actions.add(action);
				return;
			}
		}
		action.run();
	}

	/**
	 * Forgets what was registered.
	 */
	public synchronized void unregister(Runnable action) {
		this.actions.remove(action);
	}

	public synchronized boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Gives the operation up.
	 */
	public void cancel() {
		Set<Runnable> registered;
		synchronized (this) {
			this.cancelled = true;
			registered = Set.copyOf(this.actions);
			this.actions.clear();
		}
		registered.forEach(Runnable::run);
	}

}

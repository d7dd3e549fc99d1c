package id.warta.live;

import java.util.List;
import java.util.concurrent.Executor;

import graphql.GraphQLError;

/**
 * The way to one subscriber. All but {@link #executor()} is called on its executor.
 */
public interface Outlet {

	/**
	 * What runs one task after the other, and is shared with other subscribers.
	 */
	Executor executor();

	/**
	 * Whether it takes a message now. Once it does so again after it did not,
	 * {@link Subscriber#resume()} must be called.
	 */
	boolean isReady();

	/**
	 * Takes a message, which may wait for {@link #flush()} yet.
	 */
	void next(Message message);

	/**
	 * Sends what was taken.
	 */
	void flush();

	/**
	 * Ends it with an error. Nothing follows.
	 */
	void fail(List<GraphQLError> errors);

	/**
	 * Ends it because the server stops. Nothing follows; whoever comes again with the
	 * last cursor goes on.
	 */
	void restart();

	/**
	 * Ends it because there is nothing more to tell, ever.
	 */
	void complete();

}

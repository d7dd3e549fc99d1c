package id.warta.live;

import java.time.Duration;

import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogPlace;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What one operation tells all who ask for it.
 */
public sealed interface SharedStream permits SharedEvents, SharedValues {

	/**
	 * Where one who comes begins. Fails if there is no such place.
	 * @param after the cursor of the last event that they know of; null for now
	 */
	Mono<LogPlace> place(LiveEvents live, @Nullable String after);

	/**
	 * Lets a subscriber in. To be called on its outlet's executor.
	 * @return the subscriber; null if the stream is closed, so that another one must be
	 * opened
	 */
	@Nullable Subscriber join(LogPlace from, Outlet outlet);

	/**
	 * Whether it is of the same history as a place.
	 */
	boolean follows(LogPlace place);

	/**
	 * Sends all who listen away, since the server stops.
	 */
	void stop();

	/**
	 * Whether others may join.
	 */
	boolean isOpen();

	/**
	 * Looks after subscribers that take nothing. To be called each second.
	 */
	void tick(Duration patience);

	/**
	 * Closes the stream if nobody has listened for a while.
	 * @return whether it is closed
	 */
	boolean closeIfIdle(Duration idle);

	/**
	 * How many listen.
	 */
	int subscribers();

}

package id.warta.eventlog;

import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Mono;

/**
 * Something that falls due, and must then be done once, whichever node does it: beans of
 * this type are run by a timer on each node. They claim what they do by
 * {@code for update skip locked}.
 */
public interface DueWork {

	/**
	 * Does a bounded part of what is due, in a transaction of its own.
	 * @param now until when work counts as due
	 * @return how much was done; while it is more than nothing, it is called again at
	 * once
	 */
	Mono<Integer> run(Instant now);

	/**
	 * How often to look whether something is due.
	 */
	default Duration every() {
		return Duration.ofSeconds(1);
	}

}

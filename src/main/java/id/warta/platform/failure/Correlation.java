package id.warta.platform.failure;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import graphql.GraphQLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ties the errors that a client sees to the log. An operation that fails in a
 * hundred places for one reason is logged once.
 */
public final class Correlation {

	private static final Logger log = LoggerFactory.getLogger(Correlation.class);

	private final String id = UUID.randomUUID().toString().substring(0, 13);

	private final Set<Class<?>> logged = ConcurrentHashMap.newKeySet();

	/**
	 * The one of an operation.
	 */
	static Correlation of(GraphQLContext operation) {
		return operation.computeIfAbsent(Correlation.class, (key) -> new Correlation());
	}

	/**
	 * What the client sees and the log knows.
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Logs a failure, unless one like it was logged before.
	 */
	public void log(Failure kind, Throwable failure) {
		if (!this.logged.add(failure.getClass())) {
			return;
		}
		if (kind == Failure.INTERNAL_ERROR) {
			log.error("{} {}", kind, this.id, failure);
		}
		else {
			log.warn("{} {}: {}", kind, this.id, failure.toString());
		}
	}

}

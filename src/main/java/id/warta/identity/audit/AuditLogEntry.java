package id.warta.identity.audit;

import java.time.Instant;
import java.util.Map;

import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param id its place: later ones have greater ids
 * @param happenedAt when
 * @param staffId who of the staff; null for Warta itself, and for commands
 * @param staffName what they were called
 * @param action the mutation
 * @param subjectType the GraphQL type of what they did it to
 * @param subjectKey its id within the type
 * @param details what else was written down
 */
record AuditLogEntry(long id, Instant happenedAt, @Nullable Long staffId, String staffName, String action,
		String subjectType, long subjectKey, Map<String, Object> details) {

	/**
	 * The global id of what they did it to, whether there is it yet or not; null if it
	 * has none.
	 */
	public @Nullable String subjectId() {
		return (this.subjectKey > 0) ? new NodeId(this.subjectType, this.subjectKey).toString() : null;
	}

}

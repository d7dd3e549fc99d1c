package id.warta.eventlog;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of the log: something that others must hear of.
 *
 * @param position its place in the log; the next event's is one more
 * @param kind what happened, such as {@code ARTICLE_PUBLISHED}
 * @param subjectType the GraphQL type of what it happened to
 * @param subjectId its id; null for events about many
 * @param payload what else readers of the log need
 * @param occurredAt when it was appended, just before its transaction's commit
 */
public record Event(long position, String kind, String subjectType, @Nullable Long subjectId,
		Map<String, Object> payload, Instant occurredAt) {

}

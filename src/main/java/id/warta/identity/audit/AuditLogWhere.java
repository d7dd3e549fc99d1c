package id.warta.identity.audit;

import java.time.Instant;
import java.time.OffsetDateTime;

import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries: all of what is said holds.
 *
 * @param staffId by somebody
 * @param action of a mutation
 * @param subjectId done to something
 * @param happenedAt then
 */
record AuditLogWhere(@Nullable String staffId, @Nullable String action, @Nullable String subjectId,
		@Nullable Range happenedAt) {

	static final AuditLogWhere ALL = new AuditLogWhere(null, null, null, null);

	/**
	 * A stretch of time.
	 *
	 * @param gte its beginning
	 * @param lt its end, which isn't of it
	 */
	record Range(@Nullable OffsetDateTime gte, @Nullable OffsetDateTime lt) {

	}

	@Nullable Long staffKey() {
		return (this.staffId != null) ? NodeId.parse(this.staffId, "Staff", "staffId") : null;
	}

	@Nullable String subjectType() {
		return (this.subjectId != null) ? NodeId.parse(this.subjectId, "subjectId").type() : null;
	}

	long subjectKey() {
		return (this.subjectId != null) ? NodeId.parse(this.subjectId, "subjectId").key() : 0;
	}

	@Nullable Instant from() {
		return (this.happenedAt != null && this.happenedAt.gte() != null) ? this.happenedAt.gte().toInstant() : null;
	}

	@Nullable Instant until() {
		return (this.happenedAt != null && this.happenedAt.lt() != null) ? this.happenedAt.lt().toInstant() : null;
	}

}

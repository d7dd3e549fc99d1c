package id.warta.comment.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

/**
 * Reads and writes what readers report.
 */
@Component
class ReportTable {

	/** Of one comment. */
	private static final int NEWEST = 20;

	private final DatabaseClient database;

	ReportTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The {@value #NEWEST} newest reports of each comment, the newest first.
	 */
	Mono<Map<Long, List<CommentReport>>> newest(Collection<Long> comments) {
		return ofEach("""
				select k.id as comment_id, r.reason, r.note, r.reported_at, r.reviewed
				from unnest(:ids) as k (id) cross join lateral (
				    select reason, note, reported_at, reviewed, visitor from comment_report
				    where comment_id = k.id order by reported_at desc, visitor limit %d) r
				order by k.id, r.reported_at desc, r.visitor""".formatted(NEWEST), comments, CommentReport::of);
	}

	/**
	 * How many reports comments have by their reasons, the most frequent first.
	 */
	Mono<Map<Long, List<CommentReport.Count>>> counts(Collection<Long> comments) {
		return ofEach("""
				select comment_id, reason, count(*) as count, count(*) filter (where not reviewed) as open
				from comment_report where comment_id = any(:ids) group by comment_id, reason
				order by comment_id, count desc, reason""", comments, CommentReport.Count::of);
	}

	private <T> Mono<Map<Long, List<T>>> ofEach(String sql, Collection<Long> comments, Function<Readable, T> mapping) {
		return this.database.sql(sql)
			.bind("ids", comments.toArray(Long[]::new))
			.map((row) -> Map.entry(Rows.required(row, "comment_id", Long.class), mapping.apply(row)))
			.all()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * What has been reported of a comment since a moderator last looked at it.
	 *
	 * @param comment the comment
	 * @param reports by how many readers
	 * @param byStaff whether somebody of the staff wrote it
	 */
	record Counted(long comment, int reports, boolean byStaff) {

		static Counted of(Readable row) {
			return new Counted(Rows.required(row, "id", Long.class), Rows.required(row, "report_count", Integer.class),
					Rows.required(row, "by_staff", Boolean.class));
		}

	}

	/**
	 * Adds a report of a comment, which must be locked; empty if this visitor has
	 * reported it before.
	 */
	Mono<Counted> add(ReportCommentInput.Checked report, byte[] visitor) {
		return this.database.sql("""
				with added as (
				    insert into comment_report (comment_id, visitor, reason, note)
				    values (:comment, :visitor, :reason, :note) on conflict do nothing returning comment_id)
				update comment c set report_count = c.report_count + 1 from added where c.id = added.comment_id
				returning c.id, c.report_count, c.by_staff""")
			.bind("comment", report.comment())
			.bind("visitor", visitor)
			.bind("reason", report.reason().name())
			.bind("note", Parameter.fromOrEmpty(report.note(), String.class))
			.map(Counted::of)
			.one();
	}

	/**
	 * Says that a moderator has looked at comments, which must be locked: what readers
	 * reported of them no longer counts.
	 */
	Mono<Void> review(Collection<Long> comments) {
		return this.database.sql("""
				with reviewed as (
				    update comment_report set reviewed = true where comment_id = any(:ids) and not reviewed)
				update comment set report_count = 0 where id = any(:ids) and report_count > 0""")
			.bind("ids", comments.toArray(Long[]::new))
			.then();
	}

}

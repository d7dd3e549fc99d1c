package id.warta.comment.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import id.warta.comment.setting.SiteCommentSettings;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.Rows;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes comments, many in one round trip and one commit, which tells readers of those
 * that they see.
 */
@Component
class CommentTable {

	private static final String ADD = """
			select r.place, %s from add_comments(:articles, :parents, :rows, :deepest) r, lateral (select (r.written).*) c"""
		.formatted(OwnComment.COLUMNS);

	private final DatabaseClient database;

	private final SiteCommentSettings settings;

	private final JsonMapper json;

	CommentTable(DatabaseClient database, SiteCommentSettings settings, JsonMapper json) {
		this.database = database;
		this.settings = settings;
		this.json = json;
	}

	/**
	 * Adds comments. Those whose article or whatever they answer has gone meanwhile are
	 * left out, and those that are there already.
	 * @return the others, by their place in the list
	 */
	Mono<Map<Integer, OwnComment>> add(List<CommentRow> rows) {
		return this.database.sql(ADD)
			.bind("articles", ids(rows, CommentRow::article))
			.bind("parents", ids(rows, CommentRow::parent))
			.bind("rows", Json.of(this.json.writeValueAsString(rows)))
			.bind("deepest", this.settings.current().maxDepth())
			.map((row) -> Map.entry(Rows.required(row, "place", Integer.class), OwnComment.of(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.retryWhen(RecordedChanges.onCollision());
	}

	private static Long[] ids(List<CommentRow> rows, Function<CommentRow, @Nullable Long> id) {
		return rows.stream().map(id).filter(Objects::nonNull).distinct().toArray(Long[]::new);
	}

}

package id.warta.comment;

import java.util.Map;
import java.util.stream.Stream;

import id.warta.platform.Cursor;
import id.warta.platform.PageArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The end of a statement that reads a page of comments in an order: the bounds, the
 * order, the limit.
 *
 * @param page which page
 * @param order in which order
 */
record CommentKeyset(PageArguments page, CommentOrder order) {

	/**
	 * What follows the statement's conditions.
	 */
	String sql() {
		String direction = (this.order.descending() != this.page.backward()) ? "desc" : "asc";
		String sorted = Stream.of(this.order.columns().split(", "))
			.map((column) -> column + " " + direction)
			.reduce((first, second) -> first + ", " + second)
			.orElseThrow();
		return bound("after", this.page.after(), this.order.descending() ? "<" : ">")
				+ bound("before", this.page.before(), this.order.descending() ? ">" : "<") + " order by " + sorted
				+ " limit :limit";
	}

	private String bound(String name, @Nullable Cursor cursor, String comparison) {
		if (cursor == null) {
			return "";
		}
		String likes = (this.order == CommentOrder.BEST) ? ":%1$sLikes, " : "";
		return (" and (%2$s) %3$s (" + likes + ":%1$sTime, :%1$sId)").formatted(name, this.order.columns(), comparison);
	}

	/**
	 * Binds what {@link #sql()} names.
	 */
	GenericExecuteSpec bind(GenericExecuteSpec statement) {
		return bind(bind(statement.bind("limit", this.page.limit()), "after", this.page.after()), "before",
				this.page.before());
	}

	private GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable Cursor cursor) {
		if (cursor == null) {
			return statement;
		}
		int time = this.order.keys() - 2;
		GenericExecuteSpec bound = statement
			.bindValues(Map.of(name + "Time", cursor.instant(time), name + "Id", cursor.number(time + 1)));
		return (this.order == CommentOrder.BEST) ? bound.bind(name + "Likes", Math.toIntExact(cursor.number(0)))
				: bound;
	}

	/**
	 * Reads a cursor's keys as {@link #bind} will: a check for {@link PageArguments#of}.
	 */
	static void check(Cursor cursor) {
		int time = cursor.keys().size() - 2;
		cursor.instant(time);
		cursor.number(time + 1);
		if (time > 0) {
			Math.toIntExact(cursor.number(0));
		}
	}

}

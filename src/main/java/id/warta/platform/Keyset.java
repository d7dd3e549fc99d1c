package id.warta.platform;

import org.jspecify.annotations.Nullable;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The end of a statement that reads a page of a list ordered by an instant and an id: the
 * bounds, the order, the limit.
 *
 * @param page which page
 * @param time the column of the instant
 * @param id the column of the id, which makes the order total
 * @param descending whether the list is ordered downwards
 */
public record Keyset(PageArguments page, String time, String id, boolean descending) {

	/**
	 * What follows the statement's conditions.
	 */
	public String sql() {
		StringBuilder sql = new StringBuilder();
		if (this.page.after() != null) {
			sql.append(" and (%s, %s) %s (:afterTime, :afterId)".formatted(this.time, this.id,
					this.descending ? "<" : ">"));
		}
		if (this.page.before() != null) {
			sql.append(" and (%s, %s) %s (:beforeTime, :beforeId)".formatted(this.time, this.id,
					this.descending ? ">" : "<"));
		}
		String direction = (this.descending != this.page.backward()) ? "desc" : "asc";
		return sql
			.append(" order by %s %s, %s %s limit :limit offset :offset".formatted(this.time, direction, this.id,
					direction))
			.toString();
	}

	/**
	 * Binds what {@link #sql()} names.
	 */
	public GenericExecuteSpec bind(GenericExecuteSpec statement) {
		GenericExecuteSpec bound = statement.bind("limit", this.page.limit()).bind("offset", this.page.offset());
		return bind(bind(bound, "after", this.page.after()), "before", this.page.before());
	}

	private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable Cursor cursor) {
		return (cursor == null) ? statement
				: statement.bind(name + "Time", cursor.instant(0)).bind(name + "Id", cursor.number(1));
	}

	/**
	 * Reads a cursor's keys as {@link #bind} will: a check for {@link PageArguments#of}.
	 */
	public static void check(Cursor cursor) {
		cursor.instant(0);
		cursor.number(1);
	}

}

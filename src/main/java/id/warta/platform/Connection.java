package id.warta.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as the Relay cursor specification has it.
 *
 * @param edges the items in the list's order
 * @param pageInfo where the page stands
 * @param total how many items the list has; null unless asked for
 * @param <T> the items' type
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Total total) {

	/**
	 * Makes a page of the rows that were read for it.
	 * @param rows up to {@link PageArguments#limit()} rows, in the order they were read:
	 * the last first if backward
	 * @param page what was asked for
	 * @param cursor an item's place
	 */
	public static <T> Connection<T> of(List<T> rows, PageArguments page, Function<T, Cursor> cursor) {
		boolean more = rows.size() > page.size();
		List<T> kept = new ArrayList<>(more ? rows.subList(0, page.size()) : rows);
		if (page.backward()) {
			Collections.reverse(kept);
		}
		List<Edge<T>> edges = kept.stream().map((row) -> new Edge<>(cursor.apply(row).toString(), row)).toList();
		boolean before = page.backward() ? more : page.after() != null || page.offset() > 0;
		boolean after = page.backward() ? page.before() != null : more;
		return new Connection<>(edges, new PageInfo(before, after, edges.isEmpty() ? null : edges.get(0).cursor(),
				edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor()), null);
	}

	/**
	 * The same page of a list of which the total is known.
	 */
	public Connection<T> withTotal(Total known) {
		return new Connection<>(this.edges, this.pageInfo, known);
	}

	public List<T> nodes() {
		return this.edges.stream().map(Edge::node).toList();
	}

	public @Nullable Long totalCount() {
		return (this.total != null) ? this.total.count() : null;
	}

	public @Nullable Boolean totalCountIsExact() {
		return (this.total != null) ? this.total.exact() : null;
	}

}

package id.warta.platform;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one kind, held in memory: found by id and slug, listed by name.
 *
 * @param <T> what it holds
 */
public final class Catalogue<T extends Node> {

	private final String list;

	private final Function<T, String> name;

	private final Map<Long, T> byId;

	private final Map<String, T> bySlug;

	private final List<T> byName;

	/**
	 * Makes a catalogue.
	 * @param list the name that its cursors carry
	 * @param items all there are
	 * @param slug an item's slug, unique
	 * @param name an item's name
	 */
	public Catalogue(String list, List<T> items, Function<T, String> slug, Function<T, String> name) {
		this.list = list;
		this.name = name;
		this.byId = items.stream().collect(Collectors.toMap(Node::id, Function.identity()));
		this.bySlug = items.stream().collect(Collectors.toMap(slug, Function.identity()));
		this.byName = items.stream()
			.sorted(Comparator.comparing(name, Catalogue::compareNames).thenComparingLong(Node::id))
			.toList();
	}

	public @Nullable T byId(long id) {
		return this.byId.get(id);
	}

	public @Nullable T bySlug(String slug) {
		return this.bySlug.get(slug);
	}

	/**
	 * All there are, by name.
	 */
	public List<T> all() {
		return this.byName;
	}

	/**
	 * The page by name that a field asks for, with the total.
	 */
	public Connection<T> page(DataFetchingEnvironment environment) {
		PageArguments page = PageArguments.of(environment, this.list, 2, (cursor) -> cursor.number(1));
		List<T> within = this.byName.stream()
			.filter((item) -> page.after() == null || compare(item, page.after()) > 0)
			.filter((item) -> page.before() == null || compare(item, page.before()) < 0)
			.collect(Collectors.toList());
		if (page.backward()) {
			Collections.reverse(within);
		}
		List<T> read = within.stream().skip(page.offset()).limit(page.limit()).toList();
		return Connection.of(read, page, this::cursor).withTotal(new Total(this.byName.size(), true));
	}

	private Cursor cursor(T item) {
		return Cursor.of(this.list, this.name.apply(item), item.id());
	}

	private int compare(T item, Cursor cursor) {
		int names = compareNames(cursor(item).keys().get(0), cursor.keys().get(0));
		return (names != 0) ? names : Long.compare(item.id(), cursor.number(1));
	}

	private static int compareNames(String one, String other) {
		int folded = one.compareToIgnoreCase(other);
		return (folded != 0) ? folded : one.compareTo(other);
	}

}

package id.warta.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A tree held in memory: found by id and slug, walked up and down. What stands below
 * something that is not in the tree stands at its top.
 *
 * @param <T> what it holds
 */
public final class Tree<T extends Node> {

	private static final long TOP = 0;

	private final Function<T, @Nullable Long> parentId;

	private final Map<Long, T> byId;

	private final Map<String, T> bySlug;

	private final Map<Long, List<T>> children = new HashMap<>();

	/**
	 * Makes a tree.
	 * @param items all there are, siblings in their order
	 * @param parentId the id of what an item stands below
	 * @param slug an item's slug, unique
	 */
	public Tree(List<T> items, Function<T, @Nullable Long> parentId, Function<T, String> slug) {
		this.parentId = parentId;
		this.byId = items.stream().collect(Collectors.toMap(Node::id, Function.identity()));
		this.bySlug = items.stream().collect(Collectors.toMap(slug, Function.identity()));
		for (T item : items) {
			T parent = parent(item);
			this.children.computeIfAbsent((parent != null) ? parent.id() : TOP, (id) -> new ArrayList<>()).add(item);
		}
	}

	public @Nullable T byId(long id) {
		return this.byId.get(id);
	}

	public @Nullable T bySlug(String slug) {
		return this.bySlug.get(slug);
	}

	/**
	 * All there are, in no order.
	 */
	public Collection<T> all() {
		return this.byId.values();
	}

	/**
	 * What stands at the top, in order.
	 */
	public List<T> top() {
		return this.children.getOrDefault(TOP, List.of());
	}

	public @Nullable T parent(T item) {
		Long id = this.parentId.apply(item);
		return (id != null) ? this.byId.get(id) : null;
	}

	/**
	 * What stands below an item, in order.
	 */
	public List<T> children(T item) {
		return this.children.getOrDefault(item.id(), List.of());
	}

	/**
	 * The way from the top down to an item, itself included.
	 */
	public List<T> path(T item) {
		List<T> path = new ArrayList<>();
		for (T step = item; step != null && path.size() <= this.byId.size(); step = parent(step)) {
			path.add(step);
		}
		Collections.reverse(path);
		return path;
	}

}

package id.warta.importer;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who stands below whom, kept free of circles: a file may claim any.
 */
final class Ancestry {

	private final Map<String, String> parents = new HashMap<>();

	/**
	 * Puts one below another.
	 * @return whether it could; {@code false} if the one stands above the other already
	 */
	boolean add(String child, String parent) {
		for (String ancestor = parent; ancestor != null; ancestor = this.parents.get(ancestor)) {
			if (ancestor.equals(child)) {
				return false;
			}
		}
		this.parents.put(child, parent);
		return true;
	}

	@Nullable String parent(String child) {
		return this.parents.get(child);
	}

}

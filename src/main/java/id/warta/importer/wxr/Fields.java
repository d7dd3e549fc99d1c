package id.warta.importer.wxr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of an element's children by name, in the order of the file. WordPress's own
 * names carry the prefix {@code wp:} whatever the file calls the namespace; a missing
 * child reads as the empty text.
 */
public final class Fields {

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	private int weight;

	void add(String name, String value) {
		this.values.computeIfAbsent(name, (key) -> new ArrayList<>(1)).add(value);
		this.weight += value.length();
	}

	/**
	 * The first text of that name as the file has it, or the empty text.
	 */
	public String text(String name) {
		List<String> all = all(name);
		return all.isEmpty() ? "" : all.get(0);
	}

	/**
	 * The first text of that name without the white space around it, or the empty text.
	 */
	public String word(String name) {
		return text(name).strip();
	}

	/**
	 * All texts of that name; empty when there is none.
	 */
	public List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	int weight() {
		return this.weight;
	}

}

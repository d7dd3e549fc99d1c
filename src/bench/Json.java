import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, strings, numbers, booleans and null, as much as checking an answer needs.
 */
final class Json {

	private final String text;

	private int at;

	private Json(String text) {
		this.text = text;
	}

	static Object parse(String text) {
		Json json = new Json(text);
		Object value = json.value();
		if (json.at != text.length()) {
			throw new IllegalArgumentException("More than one value");
		}
		return value;
	}

	/**
	 * What is at a path of names in objects and indexes in lists; null if there is nothing.
	 */
	static Object at(Object json, Object... path) {
		for (Object step : path) {
			json = (json instanceof Map<?, ?> object) ? object.get(step)
					: (json instanceof List<?> list) ? list.get((Integer) step) : null;
		}
		return json;
	}

	static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + '"';
	}

	private Object value() {
		return switch (this.text.charAt(this.at)) {
			case '{' -> object();
			case '[' -> list();
			case '"' -> string();
			default -> word();
		};
	}

	private Map<String, Object> object() {
		Map<String, Object> object = new LinkedHashMap<>();
		do {
			this.at++;
			if (this.text.charAt(this.at) != '}') {
				String name = string();
				this.at++;
				object.put(name, value());
			}
		}
		while (this.text.charAt(this.at) == ',');
		this.at++;
		return object;
	}

	private List<Object> list() {
		List<Object> list = new ArrayList<>();
		do {
			this.at++;
			if (this.text.charAt(this.at) != ']') {
				list.add(value());
			}
		}
		while (this.text.charAt(this.at) == ',');
		this.at++;
		return list;
	}

	/** Escapes stay as they are. */
	private String string() {
		int start = this.at + 1;
		for (this.at = start; this.text.charAt(this.at) != '"'; this.at++) {
			if (this.text.charAt(this.at) == '\\') {
				this.at++;
			}
		}
		return this.text.substring(start, this.at++);
	}

	private Object word() {
		int start = this.at;
		while (this.at < this.text.length() && ",]}".indexOf(this.text.charAt(this.at)) < 0) {
			this.at++;
		}
		String word = this.text.substring(start, this.at);
		return switch (word) {
			case "null" -> null;
			case "true", "false" -> Boolean.valueOf(word);
			default -> Double.valueOf(word);
		};
	}

}

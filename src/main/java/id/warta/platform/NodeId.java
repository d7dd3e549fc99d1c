package id.warta.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A global id: opaque to clients, typed for us.
 *
 * @param type the GraphQL type's name
 * @param key the id within the type, above 0
 */
public record NodeId(String type, long key) {

	private static final Pattern FORM = Pattern.compile("([A-Z][A-Za-z]{0,40}):([1-9][0-9]{0,17})");

	/**
	 * Reads a global id of whatever type.
	 * @param text what {@link #toString()} gave
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_ID} if the text is no such id
	 */
	public static NodeId parse(String text, String argument) {
		Matcher form = FORM.matcher(decode(text));
		if (!form.matches()) {
			throw InvalidInputException.badId(argument);
		}
		NodeId id = new NodeId(form.group(1), Long.parseLong(form.group(2)));
		if (!id.toString().equals(text)) {
			throw InvalidInputException.badId(argument);
		}
		return id;
	}

	/**
	 * Reads a global id of one type.
	 * @param text what {@link #toString()} gave
	 * @param type the GraphQL type that it must be of
	 * @param argument the argument's name, for the error
	 * @return the id within the type
	 * @throws InvalidInputException with {@code BAD_ID} if the text is no id of this type
	 */
	public static long parse(String text, String type, String argument) {
		NodeId id = parse(text, argument);
		if (!id.type.equals(type)) {
			throw InvalidInputException.badId(argument);
		}
		return id.key;
	}

	/**
	 * Reads global ids of one type.
	 * @param texts each what {@link #toString()} gave
	 * @param type the GraphQL type that they must be of
	 * @param argument the argument's name, for the error, which also says the place
	 * @return the ids within the type, in order
	 * @throws InvalidInputException with {@code BAD_ID} if a text is no id of this type
	 */
	public static List<Long> parseAll(List<String> texts, String type, String argument) {
		List<Long> keys = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			keys.add(parse(texts.get(i), type, argument + "." + i));
		}
		return keys;
	}

	private static String decode(String text) {
		try {
			return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
		}
		catch (IllegalArgumentException notBase64) {
			return "";
		}
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.type + ":" + this.key).getBytes(StandardCharsets.US_ASCII));
	}

}

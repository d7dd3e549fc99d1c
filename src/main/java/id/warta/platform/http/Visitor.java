package id.warta.platform.http;

import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;

/**
 * Whom a page has an id for.
 *
 * @param id what the page made up for its site, at random
 */
public record Visitor(String id) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

	public Visitor {
		if (!ID.matcher(id).matches()) {
			throw InvalidInputException.badArgument("visitor",
					"'visitor' must be 8 to 64 letters, digits, '-' and '_'");
		}
	}

}

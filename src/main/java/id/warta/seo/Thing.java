package id.warta.seo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something in JSON-LD, of one of schema.org's types. What nobody knows is left out.
 */
final class Thing {

	private final Map<String, Object> properties = new LinkedHashMap<>();

	Thing(String type) {
		this.properties.put("@type", type);
	}

	Thing put(String property, @Nullable Object value) {
		boolean empty = value == null || value instanceof String text && text.isEmpty()
				|| value instanceof Collection<?> values && values.isEmpty();
		if (value != null && !empty) {
			this.properties.put(property, value);
		}
		return this;
	}

	/**
	 * With a date, in whole seconds and the time zone in which people read it.
	 */
	Thing put(String property, @Nullable Instant instant, ZoneId zone) {
		return put(property, (instant != null)
				? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone))
				: null);
	}

	Map<String, Object> toMap() {
		return this.properties;
	}

}

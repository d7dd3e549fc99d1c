package id.warta.platform.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What an edit made of something, for the {@link AuditLog}: by field what it was and what
 * it is. A field that stayed as it was is left out.
 */
public final class Differences {

	private final Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();

	/**
	 * Compares a field.
	 * @param before what it was
	 * @param after what it is
	 */
	public Differences of(String field, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			Map<String, @Nullable Object> difference = new LinkedHashMap<>();
			difference.put("before", before);
			difference.put("after", after);
			this.fields.put(field, difference);
		}
		return this;
	}

	/**
	 * All fields that are not what they were, in the order in which they were compared.
	 */
	public Map<String, Map<String, @Nullable Object>> details() {
		return Collections.unmodifiableMap(this.fields);
	}

}

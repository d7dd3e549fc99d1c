package id.warta.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a batch mapping gives.
 */
public final class Batched {

	private Batched() {
	}

	/**
	 * A value for each parent. Those that have none are left out: their field is null.
	 */
	public static <P, T> Map<P, T> values(Collection<P> parents, Function<? super P, ? extends @Nullable T> value) {
		Map<P, T> values = new HashMap<>();
		for (P parent : parents) {
			T found = value.apply(parent);
			if (found != null) {
				values.put(parent, found);
			}
		}
		return values;
	}

}

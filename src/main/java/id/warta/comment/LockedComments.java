package id.warta.comment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Comments that nobody else can change until the transaction ends, with all that they
 * stand below: what happens to a comment may give those a place, or take it from them.
 *
 * @param byId all of them, the deepest first
 */
public record LockedComments(Map<Long, LockedComment> byId) {

	static LockedComments of(List<LockedComment> rows) {
		return new LockedComments(rows.stream()
			.collect(Collectors.toMap(LockedComment::id, Function.identity(), (one, same) -> one, LinkedHashMap::new)));
	}

	/**
	 * One of them; null if there is no such comment.
	 */
	public @Nullable LockedComment get(long id) {
		return this.byId.get(id);
	}

	boolean isShown(long id) {
		LockedComment comment = get(id);
		return comment != null && comment.shown();
	}

	Collection<Long> ids() {
		return this.byId.keySet();
	}

}

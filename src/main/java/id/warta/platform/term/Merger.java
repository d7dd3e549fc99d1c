package id.warta.platform.term;

import java.util.Collection;
import java.util.List;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Things that are to become one.
 *
 * @param ids those that go, distinct
 * @param into the one that stays
 */
public record Merger(List<Long> ids, long into) {

	private static final int MOST = 100;

	/**
	 * Checks it.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if none goes, too many do,
	 * or the one that stays
	 */
	public Merger {
		ids = ids.stream().distinct().toList();
		if (ids.isEmpty() || ids.size() > MOST) {
			throw InvalidInputException.badArgument("ids", "'ids' must have 1 to " + MOST + " elements");
		}
		if (ids.contains(into)) {
			throw InvalidInputException.badArgument("ids", "'ids' must not have the one that stays");
		}
	}

	/**
	 * A merger by global ids.
	 * @param type the GraphQL type of all of them
	 * @throws InvalidInputException with {@code BAD_ID} or {@code BAD_ARGUMENT}
	 */
	public static Merger of(Collection<String> ids, String intoId, String type) {
		return new Merger(ids.stream().map((id) -> NodeId.parse(id, type, "ids")).toList(),
				NodeId.parse(intoId, type, "intoId"));
	}

	/**
	 * What becomes of something that goes for good.
	 * @param replacementId the global id of what replaces it; null if nothing does
	 * @return null if nothing replaces it
	 * @throws InvalidInputException with {@code BAD_ID}, or {@code BAD_ARGUMENT} if it is
	 * to replace itself
	 */
	public static @Nullable Merger replacing(long id, @Nullable String replacementId, String type) {
		if (replacementId == null) {
			return null;
		}
		long into = NodeId.parse(replacementId, type, "replacementId");
		if (into == id) {
			throw InvalidInputException.badArgument("replacementId", "Nothing can replace itself");
		}
		return new Merger(List.of(id), into);
	}

}

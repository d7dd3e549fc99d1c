package id.warta.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in its list, as the Relay cursor specification has it.
 *
 * @param hasPreviousPage whether there may be items before it
 * @param hasNextPage whether there are items after it
 * @param startCursor the first item's, if there is one
 * @param endCursor the last item's, if there is one
 */
public record PageInfo(boolean hasPreviousPage, boolean hasNextPage, @Nullable String startCursor,
		@Nullable String endCursor) {

}

package id.warta.placement;

import java.util.List;

/**
 * The answer to mutations that make or change a placement, or what is pinned to it.
 *
 * @param placement the placement as it is now
 */
record PlacementPayload(NewsroomPlacement placement) {

	public List<Object> errors() {
		return List.of();
	}

}

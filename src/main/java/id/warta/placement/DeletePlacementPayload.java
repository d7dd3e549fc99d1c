package id.warta.placement;

import java.util.List;

/**
 * The answer to {@code deletePlacement}.
 *
 * @param deletedId the global id of what is no more
 */
record DeletePlacementPayload(String deletedId) {

	public List<Object> errors() {
		return List.of();
	}

}

package id.warta.placement;

import java.util.List;

/**
 * The order that pinned articles are to have.
 *
 * @param placementId the placement's global id
 * @param articleIds the articles', all that are pinned there
 */
record OrderPlacementInput(String placementId, List<String> articleIds) {

}

package id.warta.placement;

/**
 * A placement to delete.
 *
 * @param placementId its global id
 */
record DeletePlacementInput(String placementId) {

}

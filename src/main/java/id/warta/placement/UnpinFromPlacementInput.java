package id.warta.placement;

/**
 * A pin to take away.
 *
 * @param placementId the placement's global id
 * @param articleId the article's
 */
record UnpinFromPlacementInput(String placementId, String articleId) {

}

package id.warta.article;

/**
 * Which articles count as neighbours.
 */
enum NeighbourScope {

	SITE, CATEGORY

}

package id.warta.site;

/**
 * A link that shares an article.
 *
 * @param network where it shares it
 * @param url the link to open, or to copy
 */
record ShareLink(ShareNetwork network, String url) {

}

package id.warta.syndication;

/**
 * Writes feeds in one format.
 */
interface FeedWriter {

	byte[] write(Feed feed);

}

package id.warta.importer.wxr;

/**
 * What a WordPress export consists of, in the order of the file: the site first, its
 * authors and terms, its items.
 */
public sealed interface WxrEntry permits WxrSite, WxrAuthor, WxrTerm, WxrItem {

	/**
	 * Roughly how many characters the entry holds, so that batches can be bounded.
	 */
	int weight();

}

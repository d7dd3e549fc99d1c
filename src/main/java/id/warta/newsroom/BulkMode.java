package id.warta.newsroom;

/**
 * What happens to several articles if some of them are refused.
 */
enum BulkMode {

	/** None is changed. */
	REJECT_ALL,

	/** The others are changed. */
	REJECT_FAILED

}

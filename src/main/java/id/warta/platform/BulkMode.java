package id.warta.platform;

/**
 * What happens to several things if some of them are refused.
 */
public enum BulkMode {

	/** None is changed. */
	REJECT_ALL,

	/** The others are changed. */
	REJECT_FAILED

}

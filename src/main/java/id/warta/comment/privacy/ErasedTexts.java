package id.warta.comment.privacy;

/**
 * What becomes of the texts of somebody who is to be forgotten.
 */
enum ErasedTexts {

	/** They stay, as nobody's. */
	KEEP,

	/** They go, for good. */
	ERASE

}

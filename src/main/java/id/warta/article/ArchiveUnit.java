package id.warta.article;

/**
 * How long a period of the archive is.
 */
enum ArchiveUnit {

	DAY, MONTH

}

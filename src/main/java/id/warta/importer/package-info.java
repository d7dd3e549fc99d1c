/**
 * Brings other sites' content in: WordPress exports and the news corpus.
 */
@NullMarked
package id.warta.importer;

import org.jspecify.annotations.NullMarked;

/**
 * Writes imported content, a few statements for each batch: what is new, and what changed
 * at the source and not here.
 */
@NullMarked
package id.warta.importer.store;

import org.jspecify.annotations.NullMarked;

/**
 * What reading any import file needs: faults with their place, and how far the reading
 * has come.
 */
@NullMarked
package id.warta.importer.file;

import org.jspecify.annotations.NullMarked;

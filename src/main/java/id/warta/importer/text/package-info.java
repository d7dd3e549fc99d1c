/**
 * Slugs for imported content.
 */
@NullMarked
package id.warta.importer.text;

import org.jspecify.annotations.NullMarked;

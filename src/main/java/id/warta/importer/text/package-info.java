/**
 * Texts of imported content: without markup, as slugs, as excerpts.
 */
@NullMarked
package id.warta.importer.text;

import org.jspecify.annotations.NullMarked;

/**
 * Turns what WordPress keeps of an article's text into the HTML that its readers saw.
 */
@NullMarked
package id.warta.importer.body;

import org.jspecify.annotations.NullMarked;

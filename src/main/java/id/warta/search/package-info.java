/**
 * Searching articles: hits, facets, what was probably meant, and suggestions while
 * somebody types.
 */
@NullMarked
package id.warta.search;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures, recordings and films, and where they stand in articles.
 */
@NullMarked
package id.warta.media;

import org.jspecify.annotations.NullMarked;

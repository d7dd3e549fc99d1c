/**
 * Places on pages that editors pin articles to and that fill up by themselves.
 */
@NullMarked
package id.warta.placement;

import org.jspecify.annotations.NullMarked;

/**
 * Where articles are written, scheduled, published, corrected and withdrawn.
 */
@NullMarked
package id.warta.newsroom;

import org.jspecify.annotations.NullMarked;

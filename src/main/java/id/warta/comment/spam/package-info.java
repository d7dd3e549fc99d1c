/**
 * Telling what readers write from advertising.
 */
@NullMarked
package id.warta.comment.spam;

import org.jspecify.annotations.NullMarked;

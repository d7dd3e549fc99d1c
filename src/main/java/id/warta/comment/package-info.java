/**
 * What readers write below articles, in threads.
 */
@NullMarked
package id.warta.comment;

import org.jspecify.annotations.NullMarked;

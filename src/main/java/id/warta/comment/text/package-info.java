/**
 * What readers write, and the HTML that it becomes.
 */
@NullMarked
package id.warta.comment.text;

import org.jspecify.annotations.NullMarked;

/**
 * Which comments readers like.
 */
@NullMarked
package id.warta.comment.reaction;

import org.jspecify.annotations.NullMarked;

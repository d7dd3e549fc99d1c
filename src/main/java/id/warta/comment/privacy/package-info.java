/**
 * What is kept about those who write comments: told, erased, and forgotten by itself.
 */
@NullMarked
package id.warta.comment.privacy;

import org.jspecify.annotations.NullMarked;

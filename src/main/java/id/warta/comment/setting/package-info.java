/**
 * By which rules readers may write comments, and which of them wait for a moderator.
 */
@NullMarked
package id.warta.comment.setting;

import org.jspecify.annotations.NullMarked;

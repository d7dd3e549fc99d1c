/**
 * Comments on their way in: by whom, by which rules, and what their authors may still do
 * with them.
 */
@NullMarked
package id.warta.comment.submission;

import org.jspecify.annotations.NullMarked;

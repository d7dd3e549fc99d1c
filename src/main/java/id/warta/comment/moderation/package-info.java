/**
 * What moderators see of readers' comments and do to them, whom they keep out, and what
 * readers report to them.
 */
@NullMarked
package id.warta.comment.moderation;

import org.jspecify.annotations.NullMarked;

/**
 * How much may be written from one place, in one name and below one article.
 */
@NullMarked
package id.warta.comment.flood;

import org.jspecify.annotations.NullMarked;

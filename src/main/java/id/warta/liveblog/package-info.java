/**
 * Live blogs: articles that are told entry by entry while something happens.
 */
@NullMarked
package id.warta.liveblog;

import org.jspecify.annotations.NullMarked;

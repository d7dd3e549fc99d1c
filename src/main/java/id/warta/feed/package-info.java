/**
 * Streams of what happens to articles, and which articles such streams tell of.
 */
@NullMarked
package id.warta.feed;

import org.jspecify.annotations.NullMarked;

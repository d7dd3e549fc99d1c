/**
 * Articles: what they are, and every way to read them.
 */
@NullMarked
package id.warta.article;

import org.jspecify.annotations.NullMarked;

/**
 * Who makes articles, and what they made.
 */
@NullMarked
package id.warta.author;

import org.jspecify.annotations.NullMarked;

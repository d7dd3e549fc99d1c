/**
 * The site's sections: a tree.
 */
@NullMarked
package id.warta.category;

import org.jspecify.annotations.NullMarked;

/**
 * What surrounds the articles: the site's settings, its addresses, and how it writes
 * dates.
 */
@NullMarked
package id.warta.site;

import org.jspecify.annotations.NullMarked;

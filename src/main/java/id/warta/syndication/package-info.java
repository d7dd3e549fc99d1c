/**
 * What programs read of the site: feeds of its lists, sitemaps, and what crawlers may
 * visit.
 */
@NullMarked
package id.warta.syndication;

import org.jspecify.annotations.NullMarked;

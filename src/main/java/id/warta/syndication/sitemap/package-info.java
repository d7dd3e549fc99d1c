/**
 * Sitemaps, and what crawlers may visit.
 */
@NullMarked
package id.warta.syndication.sitemap;

import org.jspecify.annotations.NullMarked;

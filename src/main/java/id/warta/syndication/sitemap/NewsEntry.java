package id.warta.syndication.sitemap;

import java.time.Instant;

/**
 * A new article.
 *
 * @param address its full address
 * @param language its language's code in ISO 639, without a country
 * @param publishedAt the date that it carries
 * @param title its headline
 */
record NewsEntry(String address, String language, Instant publishedAt, String title) {

}

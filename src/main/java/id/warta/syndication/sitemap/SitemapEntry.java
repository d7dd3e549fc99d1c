package id.warta.syndication.sitemap;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An address in a sitemap.
 *
 * @param address the full address
 * @param lastModified when what is there was last changed; null if nobody knows
 * @param image the full address of its picture
 */
record SitemapEntry(String address, @Nullable Instant lastModified, @Nullable String image) {

}

package id.warta.site;

import org.jspecify.annotations.Nullable;

/**
 * A place of the site's on a social network.
 *
 * @param set the set that it belongs to
 * @param network the network, in lower case
 * @param label what to call it, if not by its network
 * @param url its address
 */
public record SocialProfile(String set, String network, @Nullable String label, String url) {

}

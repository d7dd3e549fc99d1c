package id.warta.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere that readers share articles, with the address that each network documents for
 * it.
 */
enum ShareNetwork {

	FACEBOOK("https://www.facebook.com/sharer/sharer.php?u=%1$s"),

	X("https://x.com/intent/post?url=%1$s&text=%2$s"),

	WHATSAPP("https://wa.me/?text=%2$s%%20%1$s"),

	TELEGRAM("https://t.me/share/url?url=%1$s&text=%2$s"),

	LINKEDIN("https://www.linkedin.com/sharing/share-offsite/?url=%1$s"),

	PINTEREST("https://www.pinterest.com/pin/create/button/?url=%1$s&media=%3$s&description=%2$s"),

	EMAIL("mailto:?subject=%2$s&body=%1$s"),

	COPY("");

	private final String pattern;

	ShareNetwork(String pattern) {
		this.pattern = pattern;
	}

	/**
	 * The link that shares an article.
	 * @param url the article's full address
	 * @param title its headline
	 * @param picture its picture's full address, if it has one
	 * @return the link, or null if the network wants a picture and there is none
	 */
	@Nullable String link(String url, String title, @Nullable String picture) {
		if (this == COPY) {
			return url;
		}
		if (this == PINTEREST && picture == null) {
			return null;
		}
		return this.pattern.formatted(encode(url), encode(title), (picture != null) ? encode(picture) : "");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}

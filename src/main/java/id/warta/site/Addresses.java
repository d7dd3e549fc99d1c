package id.warta.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import id.warta.platform.Node;

import org.springframework.web.util.UriUtils;

/**
 * Where things are on the site: the one place that knows how paths are made.
 */
public final class Addresses {

	/** What no address may hold as it is; a percent sign only before two digits. */
	private static final Pattern FOREIGN = Pattern.compile("[^!-~]+|[\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");

	private Addresses() {
	}

	/**
	 * The path of an object of the site.
	 * @param type its GraphQL type
	 * @param slug its slug
	 */
	public static String path(String type, String slug) {
		return switch (type) {
			case "Category" -> "/category/" + slug;
			case "Tag" -> "/tag/" + slug;
			case "Author" -> "/author/" + slug;
			case "Article", "Page" -> "/" + slug;
			default -> throw new IllegalArgumentException("no path for " + type);
		};
	}

	/**
	 * The full address of an object of the site, percent-encoded where its slug is of
	 * another script.
	 */
	public static String url(Site site, Class<? extends Node> type, String slug) {
		return site.url() + UriUtils.encodePath(path(type.getSimpleName(), slug), StandardCharsets.UTF_8);
	}

	/**
	 * The full address of what is somewhere on the site or elsewhere, as RFC 3986 has
	 * addresses: what may not stand in one is percent-encoded.
	 * @param url a path of the site, or an absolute address
	 */
	public static String absolute(Site site, String url) {
		return FOREIGN.matcher(url.startsWith("/") ? site.url() + url : url)
			.replaceAll((match) -> UriUtils.encode(match.group(), StandardCharsets.UTF_8));
	}

}

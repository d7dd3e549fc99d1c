package id.warta.site;

import id.warta.platform.Node;

/**
 * Where things are on the site: the one place that knows how paths are made.
 */
public final class Addresses {

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
	 * The full address of an object of the site.
	 */
	static String url(Site site, Class<? extends Node> type, String slug) {
		return site.url() + path(type.getSimpleName(), slug);
	}

}

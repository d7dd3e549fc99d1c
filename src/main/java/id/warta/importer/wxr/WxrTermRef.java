package id.warta.importer.wxr;

/**
 * An item's mention of a term.
 *
 * @param taxonomy as in {@link WxrTerm}; WXR 1.0's {@code tag} reads as {@code post_tag},
 * and a mention without a domain as {@code category}
 * @param slug the empty text in WXR 1.0's second mention of each term
 */
public record WxrTermRef(String taxonomy, String slug, String name) {

	static WxrTermRef of(String domain, String slug, String name) {
		String taxonomy = switch (domain) {
			case "" -> WxrTerm.CATEGORY;
			case "tag" -> WxrTerm.TAG;
			default -> domain;
		};
		return new WxrTermRef(taxonomy, slug.strip(), name.strip());
	}

}

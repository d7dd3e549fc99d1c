package id.warta.importer;

import java.util.Set;

import id.warta.importer.store.Kind;
import id.warta.importer.store.TermRow;
import id.warta.importer.text.Slug;
import id.warta.importer.wxr.WxrTerm;
import id.warta.importer.wxr.WxrTermRef;
import id.warta.platform.PlainText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * What WordPress's taxonomies become here: categories stay categories, what readers chose
 * articles by becomes tags, and what only steers WordPress is left out.
 */
final class Taxonomy {

	private static final Set<String> WORDPRESS_ONLY = Set.of(WxrTerm.MENU, "post_format", "link_category", "wp_theme",
			"wp_template_part_area", "wp_pattern_category", "product_type", "product_visibility",
			"product_shipping_class", "elementor_library_type", "elementor_library_category", "language",
			"post_translations", "term_language", "term_translations");

	private Taxonomy() {
	}

	/**
	 * What its terms become, {@code null} if nothing.
	 */
	static @Nullable Kind kind(String taxonomy) {
		if (taxonomy.equals(WxrTerm.CATEGORY)) {
			return Kind.CATEGORY;
		}
		return WORDPRESS_ONLY.contains(taxonomy) ? null : Kind.TAG;
	}

	/**
	 * Whether it is one that a theme or plug-in brought.
	 */
	static boolean foreign(String taxonomy) {
		return !taxonomy.equals(WxrTerm.CATEGORY) && !taxonomy.equals(WxrTerm.TAG);
	}

	/**
	 * What a term is known by at the source: its slug, for a foreign taxonomy after the
	 * taxonomy's name.
	 */
	static String sourceId(String taxonomy, String slug) {
		return foreign(taxonomy) ? taxonomy + ":" + slug : slug;
	}

	/**
	 * A declared term; {@code null} for one that has neither slug nor name.
	 * @param parent the parent's slug, if it is to stand below one
	 */
	static @Nullable TermRow row(WxrTerm term, @Nullable String parent) {
		String name = PlainText.line(term.name());
		String slug = slug(term.slug(), name);
		if (slug.isEmpty()) {
			return null;
		}
		String description = PlainText.line(term.description());
		return new TermRow(sourceId(term.taxonomy(), term.slug()), term.id().isEmpty() ? null : term.id(), slug,
				name.isEmpty() ? slug : name, description.isEmpty() ? null : description, parent);
	}

	/**
	 * A term as an item mentions it; {@code null} for one that has neither slug nor name.
	 */
	static @Nullable TermRow row(WxrTermRef ref) {
		String name = PlainText.line(ref.name());
		String slug = slug(ref.slug(), name);
		String known = ref.slug().isEmpty() ? slug : ref.slug();
		return slug.isEmpty() ? null
				: TermRow.term(sourceId(ref.taxonomy(), known), slug, name.isEmpty() ? slug : name);
	}

	private static String slug(String slug, String name) {
		String decoded = Slug.decoded(slug);
		return decoded.isEmpty() ? Slugs.of(name, "") : decoded;
	}

}

package id.warta.importer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.importer.body.AttachmentReferences;
import id.warta.importer.store.Kind;
import id.warta.importer.store.TermRow;
import id.warta.importer.wxr.WxrItem;
import id.warta.importer.wxr.WxrTermRef;

/**
 * What a batch of items refers to: authors, terms, media.
 */
final class WxrReferences {

	/** SEO plug-ins keep the primary category by its number. */
	private static final List<String> PRIMARY_CATEGORY = List.of("_yoast_wpseo_primary_category",
			"rank_math_primary_category");

	private final Map<String, TermRow> authors = new HashMap<>();

	private final Map<String, TermRow> categories = new LinkedHashMap<>();

	private final Map<String, Map<String, TermRow>> tags = new LinkedHashMap<>();

	private final Set<String> numbers = new HashSet<>();

	private final Set<String> media = new HashSet<>();

	private WxrReferences() {
	}

	static WxrReferences of(List<WxrItem> items) {
		WxrReferences references = new WxrReferences();
		items.forEach(references::add);
		return references;
	}

	private void add(WxrItem item) {
		if (!item.creator().isBlank()) {
			this.authors.computeIfAbsent(item.creator(), (login) -> WxrDeclarations.author(login, login));
		}
		terms(item).forEach(this::add);
		String primary = primaryCategory(item);
		if (!primary.isEmpty()) {
			this.numbers.add(TermRow.numbered(primary));
		}
		this.media.addAll(AttachmentReferences.mentioned(item.content()));
		this.media.add(item.meta().word("_thumbnail_id"));
	}

	private void add(WxrTermRef ref) {
		TermRow row = Taxonomy.row(ref);
		Kind kind = Taxonomy.kind(ref.taxonomy());
		if (row == null || kind == null) {
			return;
		}
		Map<String, TermRow> rows = (kind == Kind.CATEGORY) ? this.categories
				: this.tags.computeIfAbsent(ref.taxonomy(), (key) -> new LinkedHashMap<>());
		rows.putIfAbsent(row.sourceId(), row);
	}

	/**
	 * The terms that an item mentions. WXR 1.0 mentions each twice, once without its
	 * slug.
	 */
	static List<WxrTermRef> terms(WxrItem item) {
		return item.terms().stream().filter((ref) -> !ref.slug().isEmpty() || !mentionedWithSlug(item, ref)).toList();
	}

	private static boolean mentionedWithSlug(WxrItem item, WxrTermRef ref) {
		return item.terms()
			.stream()
			.anyMatch((other) -> !other.slug().isEmpty() && other.taxonomy().equals(ref.taxonomy())
					&& other.name().equals(ref.name()));
	}

	/**
	 * The number of an item's primary category, or the empty text.
	 */
	static String primaryCategory(WxrItem item) {
		return PRIMARY_CATEGORY.stream()
			.map((key) -> item.meta().word(key))
			.filter((number) -> number.matches("\\d+"))
			.findFirst()
			.orElse("");
	}

	Collection<TermRow> authors() {
		return this.authors.values();
	}

	Collection<TermRow> categories() {
		return this.categories.values();
	}

	/**
	 * The tags of each taxonomy.
	 */
	Map<String, Map<String, TermRow>> tags() {
		return this.tags;
	}

	/**
	 * The numbers of primary categories, as source ids.
	 */
	Set<String> numbers() {
		return this.numbers;
	}

	Set<String> media() {
		return this.media;
	}

}

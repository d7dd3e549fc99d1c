package id.warta.importer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.importer.store.Kind;
import id.warta.importer.store.Ledger;
import id.warta.importer.store.MediaWriter;
import id.warta.importer.store.TermRow;
import id.warta.importer.store.TermWriter;
import id.warta.importer.wxr.WxrItem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds what a batch of items refers to, and creates the authors and terms that the
 * export does not declare.
 */
@Component
class WxrLookup {

	private final TermWriter terms;

	private final MediaWriter media;

	private final Ledger ledger;

	WxrLookup(TermWriter terms, MediaWriter media, Ledger ledger) {
		this.terms = terms;
		this.media = media;
		this.ledger = ledger;
	}

	/**
	 * Finds them.
	 * @param report takes the count of what was created
	 */
	Mono<Known> find(Source source, List<WxrItem> items, ImportReport report) {
		WxrReferences references = WxrReferences.of(items);
		Collection<String> ids = items.stream().map(WxrItem::id).toList();
		return ensure(source, Kind.AUTHOR, references.authors(), report)
			.flatMap((authors) -> categories(source, references, report)
				.flatMap((categories) -> tags(source, references, report)
					.flatMap((tags) -> this.media.find(source.id(), references.media(), ids)
						.map((library) -> new Known(authors, categories, tags, library)))));
	}

	private Mono<Map<String, Long>> categories(Source source, WxrReferences references, ImportReport report) {
		return ensure(source, Kind.CATEGORY, references.categories(), report)
			.flatMap((mentioned) -> this.ledger.ids(source.id(), Kind.CATEGORY, references.numbers())
				.map((numbered) -> union(mentioned, numbered)));
	}

	private Mono<Map<String, Long>> tags(Source source, WxrReferences references, ImportReport report) {
		return Flux.fromIterable(references.tags().values())
			.concatMap((taxonomy) -> ensure(source, Kind.TAG, taxonomy.values(), report))
			.reduce(Map.<String, Long>of(), WxrLookup::union);
	}

	private Mono<Map<String, Long>> ensure(Source source, Kind kind, Collection<TermRow> rows, ImportReport report) {
		return this.terms.ensure(source.id(), kind, rows).map((written) -> {
			report.tally().add(written.tally());
			return written.ids();
		});
	}

	private static Map<String, Long> union(Map<String, Long> one, Map<String, Long> other) {
		Map<String, Long> all = new HashMap<>(one);
		all.putAll(other);
		return all;
	}

}

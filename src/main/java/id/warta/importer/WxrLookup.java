package id.warta.importer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.importer.store.Kind;
import id.warta.importer.store.Ledger;
import id.warta.importer.store.MediaWriter;
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

	Mono<Known> find(Source source, List<WxrItem> items) {
		WxrReferences references = WxrReferences.of(items);
		Collection<String> ids = items.stream().map(WxrItem::id).toList();
		return this.terms.ensure(source.id(), Kind.AUTHOR, references.authors())
			.flatMap((authors) -> categories(source, references).flatMap((categories) -> tags(source, references)
				.flatMap((tags) -> this.media.find(source.id(), references.media(), ids)
					.map((library) -> new Known(authors, categories, tags, library)))));
	}

	private Mono<Map<String, Long>> categories(Source source, WxrReferences references) {
		return this.terms.ensure(source.id(), Kind.CATEGORY, references.categories())
			.flatMap((mentioned) -> this.ledger.ids(source.id(), Kind.CATEGORY, references.numbers())
				.map((numbered) -> union(mentioned, numbered)));
	}

	private Mono<Map<String, Long>> tags(Source source, WxrReferences references) {
		return Flux.fromIterable(references.tags().values())
			.concatMap((taxonomy) -> this.terms.ensure(source.id(), Kind.TAG, taxonomy.values()))
			.reduce(Map.<String, Long>of(), WxrLookup::union);
	}

	private static Map<String, Long> union(Map<String, Long> one, Map<String, Long> other) {
		Map<String, Long> all = new HashMap<>(one);
		all.putAll(other);
		return all;
	}

}

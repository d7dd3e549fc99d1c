package id.warta.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.importer.store.Kind;
import id.warta.importer.store.MediaRow;
import id.warta.importer.store.MediaWriter;
import id.warta.importer.store.Tally;
import id.warta.importer.store.TermRow;
import id.warta.importer.store.TermWriter;
import id.warta.importer.wxr.WxrAuthor;
import id.warta.importer.wxr.WxrEntry;
import id.warta.importer.wxr.WxrItem;
import id.warta.importer.wxr.WxrTerm;
import id.warta.platform.PlainText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Imports what articles refer to, ahead of them: authors, terms, media.
 */
@Component
class WxrDeclarations {

	private final TermWriter terms;

	private final MediaWriter media;

	WxrDeclarations(TermWriter terms, MediaWriter media) {
		this.terms = terms;
		this.media = media;
	}

	/**
	 * Whether the entry is of the kind that is imported here.
	 */
	static boolean wanted(WxrEntry entry) {
		return !(entry instanceof WxrItem item) || item.type().equals("attachment");
	}

	Mono<Void> write(WxrRun run, List<WxrEntry> batch) {
		String source = run.source().id();
		Flux<Tally> written = Flux.concat(this.terms.write(source, Kind.AUTHOR, authors(batch)),
				this.terms.write(source, Kind.CATEGORY, categories(run, batch)),
				Flux.fromIterable(tags(run, batch).values())
					.concatMap((taxonomy) -> this.terms.write(source, Kind.TAG, taxonomy)),
				this.media.write(source, media(run, batch)));
		noteMenus(run, batch);
		return written.collectList().map((tallies) -> {
			tallies.forEach(run.report().tally()::add);
			return tallies;
		}).then();
	}

	private static List<TermRow> authors(List<WxrEntry> batch) {
		List<TermRow> rows = new ArrayList<>();
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrAuthor author && !author.login().isBlank()) {
				rows.add(author(author.login(), author.name()));
			}
		}
		return rows;
	}

	/**
	 * An author by login and name; the login where the name is empty.
	 */
	static TermRow author(String login, String name) {
		String plain = PlainText.line(name);
		String shown = plain.isEmpty() ? login.strip() : plain;
		return TermRow.author(login, Slugs.of(login, "author"), shown);
	}

	private static List<TermRow> categories(WxrRun run, List<WxrEntry> batch) {
		List<TermRow> rows = new ArrayList<>();
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrTerm term && Taxonomy.kind(term.taxonomy()) == Kind.CATEGORY) {
				TermRow row = Taxonomy.row(term, parent(run, term));
				if (row != null) {
					rows.add(row);
				}
			}
		}
		return rows;
	}

	private static @Nullable String parent(WxrRun run, WxrTerm term) {
		if (term.parent().isEmpty()) {
			return null;
		}
		if (run.categories().add(term.slug(), term.parent())) {
			return term.parent();
		}
		run.report().note("category %s: below itself in the file; it stands at the top here".formatted(term.slug()));
		return null;
	}

	/**
	 * By taxonomy, WordPress's own tags first, so that equal slugs of others find them.
	 */
	private static Map<String, List<TermRow>> tags(WxrRun run, List<WxrEntry> batch) {
		Map<String, List<TermRow>> rows = new LinkedHashMap<>(Map.of(WxrTerm.TAG, new ArrayList<>()));
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrTerm term && Taxonomy.kind(term.taxonomy()) == Kind.TAG) {
				TermRow row = Taxonomy.row(term, null);
				if (row != null) {
					rows.computeIfAbsent(term.taxonomy(), (key) -> new ArrayList<>()).add(row);
				}
			}
		}
		rows.keySet().stream().filter(Taxonomy::foreign).forEach((name) -> noteForeign(run.report(), name));
		return rows;
	}

	static void noteForeign(ImportReport report, String taxonomy) {
		report.note("taxonomy %s: unknown here; its terms became tags".formatted(taxonomy));
	}

	private static void noteMenus(WxrRun run, List<WxrEntry> batch) {
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrTerm term && Taxonomy.kind(term.taxonomy()) == null) {
				if (term.taxonomy().equals(WxrTerm.MENU)) {
					run.menus().put(term.slug(), PlainText.line(term.name()));
				}
				else {
					run.report().leaveOut("term of the taxonomy " + term.taxonomy());
				}
			}
		}
	}

	private static List<MediaRow> media(WxrRun run, List<WxrEntry> batch) {
		WxrMedia reader = new WxrMedia(run.source());
		List<MediaRow> rows = new ArrayList<>();
		for (WxrEntry entry : batch) {
			if (entry instanceof WxrItem item) {
				MediaRow row = reader.row(item);
				String reason = item.status().equals("trash") ? "in the trash" : "it has no web address";
				if (row == null || item.status().equals("trash")) {
					run.report().leaveOut(WxrItems.name(item), reason);
				}
				else if (run.first(item)) {
					rows.add(row);
				}
				else {
					run.report().leaveOut(WxrItems.name(item), "another item before it has the same id");
				}
			}
		}
		return rows;
	}

}

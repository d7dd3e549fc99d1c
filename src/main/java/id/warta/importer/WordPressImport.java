package id.warta.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

import id.warta.importer.file.UnreadableFileException;
import id.warta.importer.wxr.WxrItem;
import id.warta.importer.wxr.WxrReader;
import id.warta.importer.wxr.WxrSite;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Imports a WordPress export in two passes over the file, since articles refer to what
 * may stand after them: first authors, terms and media, then articles, pages and menus.
 * The first pass also finds out whether the file is well-formed to its end, before
 * anything of it is kept.
 */
@Component
public class WordPressImport {

	private static final int DECLARATIONS = 20_000;

	private static final int ITEMS = 200;

	private final WxrDeclarations declarations;

	private final WxrContent content;

	private final WxrEnding ending;

	private final ImportTransactions transactions;

	WordPressImport(WxrDeclarations declarations, WxrContent content, WxrEnding ending,
			ImportTransactions transactions) {
		this.declarations = declarations;
		this.content = content;
		this.ending = ending;
		this.transactions = transactions;
	}

	/**
	 * Imports a file, whole or not at all.
	 * @param bytesRead is told of every portion of bytes that was read; each of the two
	 * passes reads the whole file
	 * @return the report, or an {@link UnreadableFileException}
	 */
	public Mono<ImportReport> whole(Path file, LongConsumer bytesRead) {
		return begin(file).flatMap(
				(run) -> this.transactions
					.one(declare(run, file, bytesRead)
						.then(items(run, file, bytesRead).concatMap((items) -> write(run, items), 0).then())
						.then(this.ending.write(run)))
					.thenReturn(run.report()));
	}

	/**
	 * Imports a file item by item: one that cannot be written is reported, and the others
	 * are imported. A file that is not well-formed is not imported at all.
	 * @param bytesRead as above
	 * @return the report, or an {@link UnreadableFileException}
	 */
	public Mono<ImportReport> itemByItem(Path file, LongConsumer bytesRead) {
		return begin(file).flatMap((run) -> this.transactions.one(declare(run, file, bytesRead))
			.then(items(run, file, bytesRead).concatMap((items) -> writeApart(run, items), 0).then())
			.then(this.transactions.one(this.ending.write(run)))
			.thenReturn(run.report()));
	}

	private Mono<WxrRun> begin(Path file) {
		return Mono
			.zip(Mono.fromCallable(() -> site(file)).subscribeOn(Schedulers.boundedElastic()),
					this.transactions.setting())
			.map((known) -> run(file, known.getT1(), known.getT2()));
	}

	private static WxrSite site(Path file) {
		try (WxrReader reader = WxrReader.open(file, (bytes) -> {
		})) {
			return (WxrSite) Objects.requireNonNull(reader.next());
		}
	}

	private static WxrRun run(Path file, WxrSite site, ImportSetting setting) {
		WxrRun run = new WxrRun(Source.of(file, site, setting));
		if (!site.version().matches("1\\.[012]")) {
			run.report()
				.warn(site.version().isEmpty() ? "the file does not say its version of the format"
						: "version %s of the format is unknown: read like 1.2".formatted(site.version()));
		}
		return run;
	}

	private Mono<Void> declare(WxrRun run, Path file, LongConsumer bytesRead) {
		return new WxrBatches(file, bytesRead, DECLARATIONS).of(WxrDeclarations::wanted)
			.concatMap((batch) -> this.declarations.write(run, batch), 0)
			.then();
	}

	private static Flux<List<WxrItem>> items(WxrRun run, Path file, LongConsumer bytesRead) {
		return new WxrBatches(file, bytesRead, ITEMS).of(WxrItems::wanted)
			.map((batch) -> WxrItems.sort(run, batch))
			.filter((items) -> !items.isEmpty());
	}

	private Mono<Void> write(WxrRun run, List<WxrItem> items) {
		return this.content.write(run.source(), items, run.pages()).map(run::add).then();
	}

	/** A batch at a time, and one by one only where a batch fails. */
	private Mono<Void> writeApart(WxrRun run, List<WxrItem> items) {
		Mono<Void> written = this.transactions.one(this.content.write(run.source(), items, run.pages()))
			.map(run::add)
			.then();
		return written.onErrorResume((error) -> {
			if (items.size() > 1) {
				return Flux.fromIterable(items).concatMap((item) -> writeApart(run, List.of(item))).then();
			}
			run.report().fail(WxrItems.name(items.get(0)), ImportTransactions.reason(error));
			return Mono.empty();
		});
	}

}

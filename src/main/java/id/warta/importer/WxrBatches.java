package id.warta.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

import id.warta.importer.wxr.WxrEntry;
import id.warta.importer.wxr.WxrReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/**
 * Reads an export in batches, one at a time and only on demand.
 *
 * @param file the export
 * @param bytesRead is told of every portion of bytes that was read
 * @param size how many entries a batch has at most
 */
record WxrBatches(Path file, LongConsumer bytesRead, int size) {

	/** In characters: with it a batch is full, however few entries it has. */
	private static final int WEIGHT = 1 << 20;

	/**
	 * The entries that are wanted, in the order of the file.
	 */
	Flux<List<WxrEntry>> of(Predicate<WxrEntry> wanted) {
		return Flux
			.<List<WxrEntry>, WxrReader>generate(() -> WxrReader.open(this.file, this.bytesRead),
					(reader, sink) -> next(reader, wanted, sink), WxrReader::close)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private WxrReader next(WxrReader reader, Predicate<WxrEntry> wanted, SynchronousSink<List<WxrEntry>> sink) {
		List<WxrEntry> batch = new ArrayList<>();
		int weight = 0;
		while (batch.size() < this.size && weight < WEIGHT) {
			WxrEntry entry = reader.next();
			if (entry == null) {
				break;
			}
			if (wanted.test(entry)) {
				batch.add(entry);
				weight += entry.weight();
			}
		}
		if (batch.isEmpty()) {
			sink.complete();
		}
		else {
			sink.next(batch);
		}
		return reader;
	}

}

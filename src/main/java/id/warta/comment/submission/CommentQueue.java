package id.warta.comment.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.stereotype.Component;

/**
 * Lets comments that come at the same time share a transaction: each commit that has an
 * event waits for the one before, and for the disk, so one at a time would be few. What
 * comes while one is on its way goes with the next; nothing waits otherwise.
 */
@Component
class CommentQueue {

	private static final int AT_ONCE = 100;

	private final CommentTable table;

	private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean writing = new AtomicBoolean();

	CommentQueue(CommentTable table) {
		this.table = table;
	}

	private record Waiting(CommentRow row, MonoSink<OwnComment> sink) {

	}

	/**
	 * Adds a comment, though whoever asks for it may leave meanwhile.
	 * @return the comment, once it is committed; empty if its article or what it answers
	 * has gone, or it is there already
	 */
	Mono<OwnComment> add(CommentRow row) {
		return Mono.create((sink) -> {
			this.queue.add(new Waiting(row, sink));
			writeNext();
		});
	}

	private void writeNext() {
		while (!this.queue.isEmpty() && this.writing.compareAndSet(false, true)) {
			List<Waiting> batch = take();
			if (!batch.isEmpty()) {
				write(batch);
				return;
			}
			this.writing.set(false);
		}
	}

	private List<Waiting> take() {
		List<Waiting> batch = new ArrayList<>();
		@Nullable Waiting next;
		while (batch.size() < AT_ONCE && (next = this.queue.poll()) != null) {
			batch.add(next);
		}
		return batch;
	}

	private void write(List<Waiting> batch) {
		this.table.add(batch.stream().map(Waiting::row).toList())
			.subscribe((added) -> succeed(batch, added), (ex) -> fail(batch, ex));
	}

	private void succeed(List<Waiting> batch, Map<Integer, OwnComment> added) {
		this.writing.set(false);
		writeNext();
		for (int i = 0; i < batch.size(); i++) {
			batch.get(i).sink().success(added.get(i));
		}
	}

	private void fail(List<Waiting> batch, Throwable failure) {
		this.writing.set(false);
		writeNext();
		batch.forEach((waiting) -> waiting.sink().error(failure));
	}

}

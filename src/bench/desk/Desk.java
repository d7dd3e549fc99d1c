package id.warta.comment.submission;

import java.net.InetSocketAddress;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import id.warta.WartaApplication;
import id.warta.comment.CommentStatus;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.ClientNetwork;
import id.warta.platform.http.Reader;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Warta in this process, asked for comments without HTTP and GraphQL: the text, the limits, what is known, the spam
 * check, the row and its event.
 */
public final class Desk implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final CommentDesk desk;

	private final AtomicLong number = new AtomicLong(System.nanoTime());

	private final AtomicReference<Throwable> failure = new AtomicReference<>();

	public Desk(String... arguments) {
		this.context = SpringApplication.run(WartaApplication.class, arguments);
		this.desk = this.context.getBean(CommentDesk.class);
	}

	/**
	 * Writes a comment of another reader from another address.
	 * @param free waited for; released once the comment is committed
	 * @throws IllegalStateException if one before wasn't accepted
	 */
	public void write(long[] articles, Semaphore free) {
		free.acquireUninterruptibly();
		if (this.failure.get() != null) {
			throw new IllegalStateException(this.failure.get());
		}
		long next = this.number.incrementAndGet();
		String article = new NodeId("Article", articles[(int) (next % articles.length)]).toString();
		AddCommentInput input = new AddCommentInput(article, null, "Pembaca", "p" + next + "@warta.example",
				"Comment number " + next + ", of middling length, as readers write them *below* articles.", null, null,
				"key-" + next);
		this.desk.add(input, Viewer.READER, reader(next))
			.filter((written) -> written.status() == CommentStatus.APPROVED)
			.single()
			.doFinally((signal) -> free.release())
			.subscribe(null, this.failure::set);
	}

	private static Reader reader(long next) {
		String address = "10." + (next >> 16 & 255) + "." + (next >> 8 & 255) + "." + (next & 255);
		return new Reader(address, ClientNetwork.of(new InetSocketAddress(address, 1)), "bench", false);
	}

	@Override
	public void close() {
		this.context.close();
	}

}

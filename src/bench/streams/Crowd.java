import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;

/**
 * Subscribers who all get the same flashes, numbered from 1 on, each of them each flash once: anything else ends the
 * run. All of it happens on one event loop; the methods that wait are for other threads.
 */
final class Crowd implements AutoCloseable {

	/** How many connect at once. */
	private static final int ABREAST = 200;

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);

	private final EventLoopGroup loop;

	private final Bootstrap bootstrap;

	private final int port;

	private final int size;

	private final boolean comesBack;

	private final Random random = new Random(1);

	private final Set<Channel> channels = new HashSet<>();

	private final Map<Integer, String> texts = new ConcurrentHashMap<>();

	private final int[] received;

	/** When what was delivered, since the last {@link #forget()}. */
	private long[] times = new long[1024];

	private int[] numbers = new int[1024];

	private int deliveries;

	private int connected;

	private boolean closing;

	/** Where in a message the revision is likely to be. */
	int likely;

	private int live;

	private int complete;

	private String failure;

	private String closeReason = "none";

	/**
	 * Creates one.
	 * @param port the server's
	 * @param size how many subscribers
	 * @param flashes how many flashes at most
	 * @param comesBack whether who loses its connection comes back where it was, as the README's ticker does
	 */
	Crowd(int port, int size, int flashes, boolean comesBack) {
		Transport transport = Transport.best();
		this.loop = transport.loop();
		this.bootstrap = new Bootstrap().group(this.loop)
			.channel(transport.client())
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 60_000);
		this.port = port;
		this.size = size;
		this.received = new int[flashes + 1];
		this.comesBack = comesBack;
	}

	/**
	 * Connects all, and waits until each of them is subscribed.
	 */
	void join() throws InterruptedException {
		this.loop.execute(() -> {
			for (int i = 0; i < Math.min(ABREAST, this.size); i++) {
				next();
			}
		});
		await("joined", () -> this.live >= this.size);
	}

	private void next() {
		if (this.connected < this.size) {
			this.connected++;
			connect(new Subscriber(this));
		}
	}

	private void connect(Subscriber subscriber) {
		ChannelFuture connecting = this.bootstrap.clone().handler(subscriber).connect("127.0.0.1", this.port);
		this.channels.add(connecting.channel());
		connecting.addListener((done) -> {
			if (!done.isSuccess()) {
				if (!this.comesBack) {
					fail("Can't connect: " + done.cause());
				}
				gone(subscriber, connecting.channel(), false);
			}
		});
	}

	boolean comesBack() {
		return this.comesBack;
	}

	synchronized void joined() {
		this.live++;
		next();
		if (this.live == this.size) {
			notifyAll();
		}
	}

	void gone(Subscriber subscriber, Channel channel, boolean wasLive) {
		if (!this.channels.remove(channel) || this.closing) {
			return;
		}
		synchronized (this) {
			this.live -= wasLive ? 1 : 0;
		}
		if (this.comesBack) {
			this.loop.schedule(() -> {
				if (!this.closing) {
					connect(subscriber.again());
				}
			}, 1000 + (long) (4000 * this.random.nextDouble()), TimeUnit.MILLISECONDS);
		}
		else {
			fail("The server closed a connection: " + this.closeReason);
		}
	}

	void closing(String reason) {
		this.closeReason = reason;
	}

	/**
	 * Notes a delivery, and says how many have the flash now.
	 */
	int delivered(int number, long now) {
		if (this.deliveries == this.times.length) {
			this.times = Arrays.copyOf(this.times, 2 * this.deliveries);
			this.numbers = Arrays.copyOf(this.numbers, 2 * this.deliveries);
		}
		this.times[this.deliveries] = now;
		this.numbers[this.deliveries++] = number;
		int got = ++this.received[number];
		if (got == this.size) {
			completed(number);
		}
		return got;
	}

	private synchronized void completed(int number) {
		this.complete = number;
		notifyAll();
	}

	/**
	 * Keeps a flash's message, for somebody else to send.
	 */
	void first(int number, String text) {
		this.texts.put(number, text);
	}

	Map<Integer, String> texts() {
		return this.texts;
	}

	synchronized void fail(String what) {
		if (this.failure == null) {
			this.failure = what;
			notifyAll();
		}
	}

	/**
	 * Waits until all have a flash and those before it.
	 */
	void await(int number) throws InterruptedException {
		await("got flash " + number, () -> this.complete >= number);
	}

	/**
	 * Waits until all are connected and have missed nothing.
	 */
	void awaitLive() throws InterruptedException {
		await("came back", () -> this.live >= this.size);
	}

	private synchronized void await(String what, Condition condition) throws InterruptedException {
		for (long end = System.nanoTime() + PATIENCE; this.failure == null && !condition.holds();) {
			long left = end - System.nanoTime();
			if (left <= 0) {
				fail("Not all of %,d subscribers %s: %,d are live; flash %d has come to all, the next one to %,d"
					.formatted(this.size, what, this.live, this.complete,
							(this.complete + 1 < this.received.length) ? this.received[this.complete + 1] : 0));
			}
			wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
		}
		if (this.failure != null) {
			throw new IllegalStateException(this.failure);
		}
	}

	private interface Condition {

		boolean holds();

	}

	/**
	 * Forgets when flashes were delivered up to now.
	 */
	void forget() throws InterruptedException {
		this.loop.submit(() -> this.deliveries = 0).sync();
	}

	/**
	 * How long each delivery took, in nanoseconds, in order of length.
	 * @param begun when each flash began, by its number
	 */
	long[] latencies(long[] begun) throws InterruptedException {
		this.loop.submit(() -> {
		}).sync();
		long[] latencies = new long[this.deliveries];
		for (int i = 0; i < latencies.length; i++) {
			latencies[i] = this.times[i] - begun[this.numbers[i]];
		}
		Arrays.sort(latencies);
		return latencies;
	}

	@Override
	public void close() throws InterruptedException {
		this.loop.submit(() -> {
			this.closing = true;
			this.channels.forEach(Channel::close);
		}).sync();
		this.loop.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
	}

}

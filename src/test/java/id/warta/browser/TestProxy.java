package id.warta.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad network in front of a server.
 */
final class TestProxy implements AutoCloseable {

	private static final int BUFFER = 65536;

	private final ServerSocket server;

	private final int target;

	private final Queue<Tunnel> tunnels = new ConcurrentLinkedQueue<>();

	private final AtomicInteger webSockets = new AtomicInteger();

	private volatile boolean down;

	private volatile boolean withoutWebSockets;

	TestProxy(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	/**
	 * Cuts all connections.
	 */
	void cut() {
		this.tunnels.removeIf((tunnel) -> {
			tunnel.close();
			return true;
		});
	}

	/**
	 * Cuts all connections, and each new one at once.
	 */
	void goDown() {
		this.down = true;
		cut();
	}

	/**
	 * Lets everything through from now on.
	 */
	void comeUp() {
		this.down = false;
		this.withoutWebSockets = false;
	}

	/**
	 * Cuts all connections, and each new one that is to become a WebSocket.
	 */
	void forbidWebSockets() {
		this.withoutWebSockets = true;
		cut();
	}

	/**
	 * Brings nothing more over the connections that there are, without closing them.
	 */
	void freeze() {
		this.tunnels.forEach((tunnel) -> tunnel.frozen = true);
	}

	/**
	 * How many WebSockets have been asked for.
	 */
	int webSockets() {
		return this.webSockets.get();
	}

	private void accept() throws IOException {
		while (true) {
			Tunnel tunnel = new Tunnel(this.server.accept());
			start(tunnel::open);
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One of both has closed it
			}
		}, "proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

	private final class Tunnel {

		private final Socket client;

		private final Socket server = new Socket();

		private volatile boolean frozen;

		private Tunnel(Socket client) {
			this.client = client;
		}

		/** What the client says first tells what the connection is for. */
		private void open() throws IOException {
			TestProxy.this.tunnels.add(this);
			byte[] buffer = new byte[BUFFER];
			int length = this.client.getInputStream().read(buffer);
			String head = new String(buffer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
			boolean webSocket = head.toLowerCase().contains("upgrade: websocket");
			TestProxy.this.webSockets.addAndGet(webSocket ? 1 : 0);
			if (TestProxy.this.down || webSocket && TestProxy.this.withoutWebSockets) {
				close();
				return;
			}
			this.server.connect(TestProxy.this.address());
			this.server.getOutputStream().write(buffer, 0, length);
			start(() -> carry(this.server, this.client));
			carry(this.client, this.server);
		}

		private void carry(Socket from, Socket to) throws IOException {
			byte[] buffer = new byte[BUFFER];
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			try {
				for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
					if (!this.frozen) {
						out.write(buffer, 0, length);
					}
				}
			}
			finally {
				if (!this.frozen) {
					close();
				}
			}
		}

		private void close() {
			TestProxy.closeQuietly(this.client);
			TestProxy.closeQuietly(this.server);
		}

	}

	private InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target);
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			// It is gone
		}
	}

	@Override
	public void close() {
		closeQuietly(this.server);
		this.down = true;
		cut();
	}

}

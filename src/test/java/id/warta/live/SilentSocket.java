package id.warta.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket that subscribes and then doesn't read, nor answer pings, as a client that
 * hangs or has gone without a word.
 */
public final class SilentSocket implements AutoCloseable {

	private final Socket socket = new Socket();

	/**
	 * Opens one with a small window, so that not much is on its way.
	 */
	public SilentSocket(int port) throws IOException {
		this.socket.setReceiveBufferSize(4096);
		this.socket.setSoTimeout(20_000);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		write("""
				GET /graphql HTTP/1.1\r
				Host: localhost\r
				Upgrade: websocket\r
				Connection: Upgrade\r
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
				Sec-WebSocket-Version: 13\r
				Sec-WebSocket-Protocol: graphql-transport-ws\r
				\r
				""".getBytes(StandardCharsets.US_ASCII));
		String head = readUntil("\r\n\r\n");
		if (!head.startsWith("HTTP/1.1 101")) {
			throw new IOException(head);
		}
	}

	private void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
	}

	/**
	 * Sends a text message.
	 */
	public SilentSocket send(String text) throws IOException {
		byte[] payload = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write(0x81);
		frame.write(0x80 | ((payload.length < 126) ? payload.length : 126));
		if (payload.length >= 126) {
			frame.write(payload.length >> 8);
			frame.write(payload.length);
		}
		// Masked with zeros
		frame.write(new byte[4]);
		frame.write(payload);
		write(frame.toByteArray());
		return this;
	}

	/**
	 * Reads up to a text, and gives all that was read. Fails if the end comes first.
	 */
	public String readUntil(String end) throws IOException {
		InputStream in = this.socket.getInputStream();
		StringBuilder read = new StringBuilder();
		byte[] some = new byte[4096];
		while (read.indexOf(end) < 0) {
			int count = in.read(some, 0, end.equals("\r\n\r\n") ? 1 : some.length);
			if (count < 0) {
				throw new IOException("closed after " + read.length() + " characters");
			}
			read.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
		}
		return read.toString();
	}

	/**
	 * Reads up to the end of the connection.
	 */
	public void awaitEnd() throws IOException {
		InputStream in = this.socket.getInputStream();
		byte[] some = new byte[4096];
		while (in.read(some) >= 0) {
			// Thrown away
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

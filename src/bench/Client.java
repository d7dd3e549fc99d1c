import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * One keep-alive connection that asks and waits. It does as little as it can, since it takes its time from the server's
 * machine: it knows answers with a {@code Content-Length} alone, and those that have no content.
 */
final class Client implements AutoCloseable {

	private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

	private static final String LENGTH = "\r\ncontent-length:";

	private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 304);

	private final Socket socket;

	private final InputStream in;

	private byte[] buffer = new byte[256 * 1024];

	private int start;

	private int end;

	Client(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(30_000);
		this.in = this.socket.getInputStream();
	}

	/**
	 * A request as bytes, to be made once and sent often.
	 * @param json the GraphQL request
	 */
	static byte[] request(String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		byte[] head = """
				POST /graphql HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				Accept: application/graphql-response+json, application/json\r
				Content-Length: %d\r
				\r
				""".formatted(body.length).getBytes(StandardCharsets.ISO_8859_1);
		byte[] request = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		return request;
	}

	/**
	 * Asks, and reads the whole answer.
	 * @return the HTTP status
	 */
	int send(byte[] request) throws IOException {
		this.socket.getOutputStream().write(request);
		this.end = 0;
		int head = -1;
		while (head < 0) {
			read();
			head = endOfHead();
		}
		String text = new String(this.buffer, 0, head, StandardCharsets.ISO_8859_1);
		int status = Integer.parseInt(text.substring(9, 12));
		this.start = head;
		if (WITHOUT_CONTENT.contains(status)) {
			return status;
		}
		int length = text.toLowerCase().indexOf(LENGTH);
		if (length < 0) {
			throw new IOException("No Content-Length in " + text);
		}
		length += LENGTH.length();
		int body = Integer.parseInt(text.substring(length, text.indexOf('\r', length)).strip());
		while (this.end < head + body) {
			read();
		}
		return status;
	}

	private void read() throws IOException {
		if (this.end == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, 2 * this.end);
		}
		int some = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
		if (some < 0) {
			throw new EOFException("The server closed the connection");
		}
		this.end += some;
	}

	private int endOfHead() {
		for (int i = 0; i <= this.end - END.length; i++) {
			if (this.buffer[i] == END[0] && Arrays.equals(this.buffer, i, i + END.length, END, 0, END.length)) {
				return i + END.length;
			}
		}
		return -1;
	}

	/**
	 * The last answer's text.
	 */
	String body() {
		return new String(this.buffer, this.start, this.end - this.start, StandardCharsets.UTF_8);
	}

	/**
	 * The last answer's fingerprint: its length and its checksum.
	 */
	long fingerprint() {
		CRC32 sum = new CRC32();
		sum.update(this.buffer, this.start, this.end - this.start);
		return sum.getValue() << 32 | (this.end - this.start);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

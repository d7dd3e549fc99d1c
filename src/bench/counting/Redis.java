import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection to the embedded Redis of a data folder, which speaks RESP 2.
 */
final class Redis implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("--port (\\d+)");

	private static final Pattern USED = Pattern.compile("used_memory:(\\d+)");

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private Redis(int port, String password) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.in = new BufferedInputStream(this.socket.getInputStream());
		this.out = new BufferedOutputStream(this.socket.getOutputStream(), 1 << 16);
		call("AUTH", password);
	}

	/**
	 * Connects to the Redis that runs below a process.
	 */
	static Redis of(ProcessHandle warta, Path data) throws IOException {
		return new Redis(port(warta), password(data));
	}

	static int port(ProcessHandle warta) {
		return warta.descendants()
			.map((process) -> PORT.matcher(process.info().commandLine().orElse("")))
			.filter(Matcher::find)
			.map((found) -> Integer.valueOf(found.group(1)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No Redis below Warta"));
	}

	static String password(Path data) throws IOException {
		return Files.readString(data.resolve("redis.password")).strip();
	}

	/**
	 * Runs a command.
	 * @return the answer's first line, or the text if it is one
	 */
	String call(String... command) throws IOException {
		send(command);
		return answer();
	}

	/**
	 * Sends a command whose answer is read later.
	 */
	void send(String... command) throws IOException {
		this.out.write(("*" + command.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
		for (String word : command) {
			byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
			this.out.write(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
			this.out.write(bytes);
			this.out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
	}

	/**
	 * Reads the next answer.
	 */
	String answer() throws IOException {
		this.out.flush();
		String line = line();
		if (line.startsWith("-")) {
			throw new IllegalStateException("Redis says " + line);
		}
		if (!line.startsWith("$") || line.equals("$-1")) {
			return line.substring(1);
		}
		byte[] text = this.in.readNBytes(Integer.parseInt(line.substring(1)));
		line();
		return new String(text, StandardCharsets.UTF_8);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = this.in.read(); c != '\n'; c = this.in.read()) {
			if (c < 0) {
				throw new IllegalStateException("Redis closed the connection");
			}
			line.append((char) c);
		}
		return line.toString().strip();
	}

	/**
	 * What it uses of memory, in bytes.
	 */
	long memory() throws IOException {
		Matcher used = USED.matcher(call("INFO", "memory"));
		if (!used.find()) {
			throw new IllegalStateException("Redis doesn't say what it uses");
		}
		return Long.parseLong(used.group(1));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

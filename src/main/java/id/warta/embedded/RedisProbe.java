package id.warta.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a Redis on this machine for a sign of life.
 */
final class RedisProbe {

	private static final int TIMEOUT_MILLIS = 1000;

	private RedisProbe() {
	}

	/**
	 * Whether it takes the password and has read all its data.
	 */
	static boolean answers(int port, String password) {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
			socket.getOutputStream()
				.write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
			BufferedReader answers = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			return "+OK".equals(answers.readLine()) && "+PONG".equals(answers.readLine());
		}
		catch (IOException ex) {
			return false;
		}
	}

}

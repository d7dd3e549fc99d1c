package id.warta.embedded;

import java.io.Closeable;
import java.io.IOException;

/**
 * This process's hold on a running server.
 *
 * @param port where it listens on the loopback interface
 * @param release lets it go, and waits for its end if nobody else holds it
 */
record HeldServer(int port, Closeable release) implements Closeable {

	/**
	 * Holds a server.
	 * @param name what operators call it
	 * @throws EmbeddedServerException if the server can't run, or the system refuses
	 * something that it needs
	 */
	static HeldServer of(String name, DataFolder data, ServerHost host) {
		try {
			return host.hold();
		}
		catch (IOException ex) {
			throw EmbeddedServerException.of(name, data, ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.release.close();
	}

}

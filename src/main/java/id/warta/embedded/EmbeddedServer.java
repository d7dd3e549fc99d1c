package id.warta.embedded;

import java.io.IOException;

/**
 * A server that runs for as long as this application does, and longer if another process
 * uses the same data folder.
 */
final class EmbeddedServer implements AutoCloseable {

	private final KeptServers servers;

	private final HeldServer held;

	/**
	 * Starts the server, or joins the one that runs.
	 * @throws EmbeddedServerException if it can't run
	 */
	EmbeddedServer(Server server, DataFolder data) throws IOException {
		this.servers = new KeptServers(server, data);
		this.held = this.servers.hold();
	}

	/**
	 * Where it listens on the loopback interface.
	 */
	int port() {
		return this.held.port();
	}

	@Override
	public void close() throws IOException {
		this.servers.release(this.held);
	}

}

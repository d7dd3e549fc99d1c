package id.warta.embedded;

import java.io.IOException;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/**
 * The embedded Redis, as far as a client needs to know.
 */
final class EmbeddedRedis implements DataRedisConnectionDetails, AutoCloseable {

	private final HeldServer server;

	private final String password;

	EmbeddedRedis(DataFolder data) throws IOException {
		RedisFolder folder = new RedisFolder(data);
		this.server = HeldServer.of("Redis", data, () -> host(folder, data).hold());
		this.password = folder.password();
	}

	private static ServerHost host(RedisFolder folder, DataFolder data) throws IOException {
		return new KeeperHost(new RedisServer(folder, new Binaries(data, Platform.current()).redis()), data);
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public Standalone getStandalone() {
		return Standalone.of("127.0.0.1", this.server.port());
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}

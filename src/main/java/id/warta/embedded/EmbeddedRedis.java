package id.warta.embedded;

import java.io.IOException;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/**
 * The embedded Redis, as far as a client needs to know.
 */
final class EmbeddedRedis implements DataRedisConnectionDetails, AutoCloseable {

	private final EmbeddedServer server;

	private final String password;

	EmbeddedRedis(DataFolder data) throws IOException {
		RedisServer redis = new RedisServer(data, new Binaries(data, Platform.current()).redis());
		this.server = new EmbeddedServer(redis, data);
		this.password = redis.password();
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

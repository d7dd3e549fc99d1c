package id.warta.embedded;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How PostgreSQL runs where nothing can watch its holders.
 */
class DetachedPostgresIntegrationTests {

	@Test
	void theLastHolderStopsIt() throws IOException {
		try (TestData data = TestData.create()) {
			HeldServer first = host(data).hold();
			HeldServer second = host(data).hold();
			assertThat(second.port()).isEqualTo(first.port());
			first.close();
			assertThat(data.postgres()).isPresent();
			second.close();
			assertThat(data.postgres()).isEmpty();
		}
	}

	private static ServerHost host(TestData data) throws IOException {
		PostgresCluster cluster = new PostgresCluster(data.folder());
		Binaries binaries = new Binaries(data.folder(), Platform.current());
		return new DetachedPostgres(new PostgresServer(cluster, binaries.postgres()), data.folder());
	}

}

package id.warta.live;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ClientsTests {

	private final Clients clients = new Clients(new LiveLimits(2, 3, 10, DataSize.ofKilobytes(1), Duration.ZERO));

	private Clients.Client enter(String address) {
		return this.clients.enter(new InetSocketAddress(address, 1234));
	}

	@Test
	void anAddressHasItsShareWhateverItsPorts() {
		Clients.Client one = enter("192.0.2.1");
		assertThat(enter("192.0.2.1").isAdmitted()).isTrue();
		assertThat(enter("192.0.2.1").isAdmitted()).isFalse();
		assertThat(enter("192.0.2.2").isAdmitted()).isTrue();
		one.leave();
		one.leave();
		assertThat(enter("192.0.2.1").isAdmitted()).isTrue();
		assertThat(enter("192.0.2.1").isAdmitted()).isFalse();
	}

	@Test
	void anIpv6NetworkIsOneClient() {
		assertThat(enter("2001:db8:1:2::1").isAdmitted()).isTrue();
		assertThat(enter("2001:db8:1:2:ffff::2").isAdmitted()).isTrue();
		assertThat(enter("2001:db8:1:2::3").isAdmitted()).isFalse();
		assertThat(enter("2001:db8:1:3::1").isAdmitted()).isTrue();
	}

	@Test
	void whatAProxySaysOfItsClientsTellsThemApart() {
		for (String host : List.of("192.0.2.1", "192.0.2.2", "[2001:db8:1:2::1]", "2001:db8:1:3::1")) {
			for (int i = 0; i < 2; i++) {
				assertThat(this.clients.enter(InetSocketAddress.createUnresolved(host, 0)).isAdmitted()).isTrue();
			}
			assertThat(this.clients.enter(InetSocketAddress.createUnresolved(host, 0)).isAdmitted()).isFalse();
		}
	}

	@Test
	void operationsAreCountedOverAllItsConnections() {
		Clients.Client one = enter("192.0.2.1");
		Clients.Client two = enter("192.0.2.1");
		assertThat(one.begin() && one.begin() && two.begin()).isTrue();
		assertThat(two.begin()).isFalse();
		one.end();
		assertThat(two.begin()).isTrue();
	}

	@Test
	void nothingIsKeptOfThoseWhoHaveLeft() {
		Clients.Client one = enter("192.0.2.1");
		Clients.Client unknown = this.clients.enter(null);
		assertThat(this.clients.addresses()).isEqualTo(2);
		assertThat(this.clients.connections()).isEqualTo(2);
		one.leave();
		unknown.leave();
		assertThat(this.clients.addresses()).isZero();
		assertThat(this.clients.connections()).isZero();
	}

}

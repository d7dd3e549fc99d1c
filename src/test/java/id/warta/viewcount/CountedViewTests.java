package id.warta.viewcount;

import id.warta.platform.http.Reader;
import java.net.InetSocketAddress;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class CountedViewTests {

	@Test
	void withoutIdsVisitorsAreToldApartByAddressAndUserAgentForADay() {
		assertThat(visitor("203.0.113.7", "one", "monday")).isEqualTo(visitor("203.0.113.7", "one", "monday"))
			.isNotEqualTo(visitor("203.0.113.8", "one", "monday"))
			.isNotEqualTo(visitor("203.0.113.7", "two", "monday"))
			.isNotEqualTo(visitor("203.0.113.7", "one", "tuesday"));
	}

	@Test
	void idsTellVisitorsApartWhereverTheyAre() {
		View here = TestViews.of(1, "visitor-1");
		View there = new View(here.article(), here.visitor(), TestViews.reader("203.0.113.7"), here.source(),
				here.at());
		assertThat(CountedView.of(1, here, "monday").visitor())
			.isEqualTo(CountedView.of(1, there, "tuesday").visitor());
	}

	@Test
	void nothingIsLeftOfAddressesAndIds() {
		assertThat(CountedView.of(1, TestViews.of(1, "visitor-1"), "monday").toString()).doesNotContain("visitor-1")
			.doesNotContain("192.0.2");
	}

	private static String visitor(String address, String userAgent, String salt) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.USER_AGENT, userAgent);
		Reader reader = Reader.of(headers, new InetSocketAddress(address, 80));
		return CountedView.of(1, new View(ArticleKey.id(1), null, reader, ViewSource.DIRECT, Instant.EPOCH), salt)
			.visitor();
	}

}

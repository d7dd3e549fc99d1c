package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

import org.springframework.http.HttpHeaders;

/**
 * Views by readers whose browsers have ids.
 */
final class TestViews {

	static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	private TestViews() {
	}

	static View of(long article, String visitor) {
		return of(article, visitor, Instant.now());
	}

	static View of(long article, String visitor, Instant at) {
		return new View(ArticleKey.id(article), new Visitor(visitor),
				reader("192.0.2." + Math.floorMod(visitor.hashCode(), 250)), ViewSource.DIRECT, at);
	}

	static Reader reader(String address) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.USER_AGENT, BROWSER);
		return Reader.of(headers, new InetSocketAddress(address, 80));
	}

	static ViewProperties properties(Duration window) {
		return new ViewProperties(window, 1000, 1000, Duration.ofHours(1));
	}

}

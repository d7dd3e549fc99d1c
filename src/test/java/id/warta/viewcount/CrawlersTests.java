package id.warta.viewcount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class CrawlersTests {

	private static final Crawlers CRAWLERS = new Crawlers();

	static Stream<String> crawlers() throws IOException {
		return lines("viewcount/crawlers.txt");
	}

	static Stream<String> browsers() throws IOException {
		return lines("viewcount/browsers.txt");
	}

	private static Stream<String> lines(String path) throws IOException {
		return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8).lines();
	}

	@ParameterizedTest
	@MethodSource("crawlers")
	void knowsCrawlers(String userAgent) {
		assertThat(CRAWLERS.has(userAgent)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("browsers")
	void takesNoBrowserForOne(String userAgent) {
		assertThat(CRAWLERS.has(userAgent)).isFalse();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "curl/8.14.1", "HeadlessChrome" })
	void takesWhoeverSaysNothingForOne(String userAgent) {
		assertThat(CRAWLERS.has(userAgent)).isTrue();
	}

	@Test
	void takesWhoeverSaysTooMuchForOne() {
		assertThat(CRAWLERS.has("Mozilla/5.0 ".repeat(100))).isTrue();
	}

}

package id.warta.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module by itself: the tests are in {@code warta-live-tests.js}, each is run in a
 * page of its own, without a network and with a clock that stands still.
 */
@EnabledIf(value = "id.warta.browser.TestBrowser#isThere", disabledReason = "There is no Chromium here")
class WartaLiveModuleIntegrationTests {

	private static final String SITE = "http://warta.test/";

	private static final Map<String, String> FILES = Map.of("warta-live.js", "static/warta-live.js", "page.js",
			"browser/page.js", "warta-live-tests.js", "browser/warta-live-tests.js");

	private static TestBrowser browser;

	@BeforeAll
	static void start() {
		browser = TestBrowser.start();
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@TestFactory
	Stream<DynamicTest> module() {
		List<?> names = (List<?>) inPage("names");
		assertThat(names).isNotEmpty();
		return names.stream()
			.map((name) -> DynamicTest.dynamicTest((String) name, () -> inPage("run('" + name + "')")));
	}

	private static Object inPage(String script) {
		try (Page page = browser.page()) {
			page.route("**", WartaLiveModuleIntegrationTests::serve);
			page.navigate(SITE);
			return page.evaluate(script);
		}
	}

	private static void serve(Route route) {
		String file = route.request().url().substring(SITE.length());
		Route.FulfillOptions answer = new Route.FulfillOptions();
		if (file.isEmpty()) {
			route.fulfill(answer.setContentType("text/html")
				.setBody("<!doctype html><script type=module src=warta-live-tests.js></script>"));
		}
		else if (FILES.containsKey(file)) {
			route.fulfill(answer.setContentType("text/javascript").setBody(read(FILES.get(file))));
		}
		else {
			route.fulfill(answer.setStatus(404));
		}
	}

	private static String read(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

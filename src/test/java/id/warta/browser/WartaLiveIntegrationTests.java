package id.warta.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.breaking.BreakingNews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A ticker on a page of another site, with a bad network between it and Warta.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
@EnabledIf(value = "id.warta.browser.TestBrowser#isThere", disabledReason = "There is no Chromium here")
class WartaLiveIntegrationTests {

	private static final String SITE = "http://localhost:4321/";

	private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

	private static final List<String> SLUGS = List.of("banjir", "gempa", "longsor");

	private static final String LISTEN = """
			async ([warta, options]) => {
			  const { live } = await import(`${warta}/warta-live.js`);
			  globalThis.told = [];
			  globalThis.expired = [];
			  globalThis.errors = [];
			  globalThis.stream = live({
			    query: `subscription ($after: String) { breakingNews(after: $after) { type cursor article { slug } } }`,
			    onEvent: ({ type, article }) => told.push(`${type} ${article.slug}`),
			    onExpired: (what) => void expired.push(what),
			    onError: ([{ extensions }]) => errors.push(extensions.code),
			    timings: { open: 5000, quiet: 500, pong: 2000, silence: 2000, retry: 50, retryMost: 200, again: 500,
			      againMost: 500 },
			    ...options,
			  });
			}""";

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNews breakingNews;

	private TestProxy proxy;

	private Page page;

	@BeforeAll
	static void start() {
		browser = TestBrowser.start();
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@BeforeEach
	void open() {
		this.content.clear();
		SLUGS.forEach(this.content::article);
		this.content.changed();
		this.proxy = new TestProxy(this.port);
		this.page = page(SITE);
	}

	private static Page page(String site) {
		Page page = browser.page();
		page.route(site, (route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("")));
		page.navigate(site);
		return page;
	}

	@AfterEach
	void close() {
		this.page.close();
		this.proxy.close();
	}

	private String warta() {
		return "http://127.0.0.1:" + this.proxy.port();
	}

	private void listen(Map<String, ?> options) {
		this.page.evaluate(LISTEN, List.of(warta(), options));
	}

	private void listen(String transport) {
		listen(Map.of("transport", transport));
		awaitState("live");
	}

	private void awaitState(String state) {
		await("stream.state === '" + state + "'");
	}

	private void await(String condition) {
		this.page.waitForFunction("() => " + condition, null,
				new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(20));
	}

	private void flash(String slug) {
		assertThat(this.breakingNews.start(slug, LATER).block()).isNotNull();
	}

	private void end(String slug) {
		assertThat(this.breakingNews.end(slug).block()).isNotNull();
	}

	private void isTold(String... events) {
		await("told.length >= " + events.length);
		assertThat(told()).isEqualTo(List.of(events));
	}

	private List<?> told() {
		return (List<?>) this.page.evaluate("told");
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "sse" })
	void whatHappensWhileTheConnectionIsLostIsToldOnceAndInOrder(String transport) {
		listen(transport);
		flash("banjir");
		isTold("PUBLISHED banjir");
		this.proxy.goDown();
		awaitState("waiting");
		flash("gempa");
		end("banjir");
		this.proxy.comeUp();
		isTold("PUBLISHED banjir", "PUBLISHED gempa", "ENDED banjir");
		flash("longsor");
		isTold("PUBLISHED banjir", "PUBLISHED gempa", "ENDED banjir", "PUBLISHED longsor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "sse" })
	void aConnectionThatBringsNothingMoreIsLeft(String transport) {
		listen(transport);
		flash("banjir");
		isTold("PUBLISHED banjir");
		this.proxy.freeze();
		flash("gempa");
		isTold("PUBLISHED banjir", "PUBLISHED gempa");
	}

	@Test
	void withoutWebSocketsAnEventStreamStandsIn() {
		this.proxy.forbidWebSockets();
		listen("auto");
		assertThat(this.page.evaluate("stream.transport")).isEqualTo("sse");
		flash("banjir");
		isTold("PUBLISHED banjir");
		this.proxy.comeUp();
		await("stream.transport === 'websocket'");
		flash("gempa");
		isTold("PUBLISHED banjir", "PUBLISHED gempa");
		this.proxy.forbidWebSockets();
		flash("longsor");
		await("stream.transport === 'sse'");
		isTold("PUBLISHED banjir", "PUBLISHED gempa", "PUBLISHED longsor");
	}

	@Test
	void streamsOfAPageShareOneWebSocket() {
		listen("websocket");
		listen("websocket");
		flash("banjir");
		isTold("PUBLISHED banjir", "PUBLISHED banjir");
		assertThat(this.proxy.webSockets()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "sse" })
	void anExpiredCursorIsToldAndTheStreamGoesOn(String transport) {
		listen(Map.of("transport", transport, "after", "AdcAaEjzvEuGm5qfX-UYwhcB"));
		awaitState("live");
		assertThat(this.page.evaluate("expired.length === 1 && typeof expired[0].oldestCursor")).isEqualTo("string");
		flash("banjir");
		isTold("PUBLISHED banjir");
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "sse" })
	void whatCannotBeServedEndsTheStream(String transport) {
		listen(Map.of("transport", transport, "after", "nonsense"));
		awaitState("ended");
		assertThat(this.page.evaluate("errors")).isEqualTo(List.of("BAD_CURSOR"));
		String query = "subscription ($after: String) { nothing(after: $after) { cursor } }";
		listen(Map.of("transport", transport, "query", query));
		awaitState("ended");
		assertThat(this.page.evaluate("errors")).isEqualTo(List.of("GRAPHQL_VALIDATION_FAILED"));
	}

	@Test
	void aQuerysCursorLeavesNoGapToItsStream() {
		String ask = """
				async (warta) => {
				  const answer = await fetch(`${warta}/graphql`, { method: 'POST',
				    headers: { 'Content-Type': 'application/json' }, body: '{"query": "{ liveCursor }"}' });
				  return (await answer.json()).data.liveCursor;
				}""";
		Object cursor = this.page.evaluate(ask, warta());
		flash("banjir");
		listen(Map.of("after", cursor));
		isTold("PUBLISHED banjir");
	}

	@Test
	void theReadmesTickerGoesOnAfterALoss() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String ticker = readme.substring(readme.indexOf("```html") + 7, readme.indexOf("</script>") + 9);
		this.page.setContent(ticker.replace("http://localhost:8080", warta()));
		await("document.title === 'live'");
		flash("banjir");
		await("news.textContent.includes('PUBLISHED Title of banjir')");
		this.proxy.goDown();
		await("document.title !== 'live'");
		flash("gempa");
		this.proxy.comeUp();
		await("news.textContent === 'PUBLISHED Title of gempaPUBLISHED Title of banjir'");
	}

	@Test
	void theTickersPageBeginsWithWhatIsBreakingNewsAlready() {
		flash("banjir");
		flash("gempa");
		this.page.navigate(warta() + "/ticker.html");
		await("document.getElementById('state').textContent === 'live'");
		flash("longsor");
		await("document.querySelectorAll('li').length === 3");
		List<String> titles = this.page.locator("li").allTextContents();
		assertThat(titles.get(0)).startsWith("Title of longsor");
		assertThat(titles.get(2)).startsWith("Title of banjir");
		end("banjir");
		await("document.querySelector('li').className === 'ended'");
	}

	@Test
	void pagesOfOtherSitesMayNotImportIt() {
		try (Page other = page("http://evil.test/")) {
			assertThatExceptionOfType(PlaywrightException.class)
				.isThrownBy(() -> other.evaluate("(warta) => import(`${warta}/warta-live.js`)", warta()))
				.withMessageContaining("Failed to fetch");
		}
	}

	@Test
	void whateverTheNetworkDoesEachEventIsToldOnceAndInOrder() {
		long seed = new Random().nextLong();
		System.out.println("Seed of the network's faults: " + seed);
		Random random = new Random(seed);
		listen("auto");
		Map<String, String> last = new HashMap<>();
		List<String> expected = new ArrayList<>();
		List<Runnable> faults = List.of(this.proxy::cut, this.proxy::freeze, this.proxy::goDown,
				this.proxy::forbidWebSockets, this.proxy::comeUp, () -> catchUp(expected));
		for (int i = 0; i < 200; i++) {
			if (random.nextInt(4) == 0) {
				faults.get(random.nextInt(faults.size())).run();
			}
			expected.add(step(last, random));
		}
		catchUp(expected);
	}

	private void catchUp(List<String> events) {
		this.proxy.comeUp();
		isTold(events.toArray(String[]::new));
	}

	/** Something happens to an article's flash. */
	private String step(Map<String, String> last, Random random) {
		String slug = SLUGS.get(random.nextInt(SLUGS.size()));
		boolean runs = last.getOrDefault(slug, "ENDED").equals("PUBLISHED");
		if (runs && random.nextBoolean()) {
			flash(slug);
			return "UPDATED " + slug;
		}
		if (runs) {
			end(slug);
		}
		else {
			flash(slug);
		}
		last.put(slug, runs ? "ENDED" : "PUBLISHED");
		return last.get(slug) + " " + slug;
	}

}

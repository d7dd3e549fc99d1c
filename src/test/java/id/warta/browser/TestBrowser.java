package id.warta.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The machine's own Chromium, which reaches nothing but this machine. Tests that need it
 * are skipped where there is none.
 */
final class TestBrowser implements AutoCloseable {

	private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

	/**
	 * The tests' own pages seem to come from the open internet, and may reach this
	 * machine.
	 */
	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
			"--no-first-run", "--disable-features=LocalNetworkAccessChecks",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

	private final Playwright playwright;

	private final Browser browser;

	private TestBrowser(Path program) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
	}

	/**
	 * Whether there is one.
	 */
	static boolean isThere() {
		return program().isPresent();
	}

	static TestBrowser start() {
		return new TestBrowser(program().orElseThrow());
	}

	private static Optional<Path> program() {
		List<String> folders = Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
		return PROGRAMS.stream()
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * A page with nothing in it, of a site of its own.
	 */
	Page page() {
		return this.browser.newPage();
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}

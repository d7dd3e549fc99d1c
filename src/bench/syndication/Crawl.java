import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads a sitemap as a crawler does: the index, and then one part after the other.
 */
final class Crawl {

	private static final Pattern LOC = Pattern.compile("<loc>https?://[^/]+(/[^<]+)</loc>");

	private static final byte[] MARK = "<loc>".getBytes(StandardCharsets.US_ASCII);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final byte[] buffer = new byte[64 << 10];

	private final int port;

	private long bytes;

	private long addresses;

	Crawl(int port) {
		this.port = port;
	}

	/**
	 * The paths of the parts.
	 */
	List<String> index() throws IOException, InterruptedException {
		try (InputStream body = get("/sitemap.xml")) {
			String index = new String(body.readAllBytes(), StandardCharsets.UTF_8);
			return LOC.matcher(index).results().map((MatchResult found) -> found.group(1)).toList();
		}
	}

	void part(String path) throws IOException, InterruptedException {
		try (InputStream body = get(path)) {
			int matched = 0;
			for (int read = body.read(this.buffer); read >= 0; read = body.read(this.buffer)) {
				this.bytes += read;
				for (int i = 0; i < read; i++) {
					matched = (this.buffer[i] == MARK[matched]) ? matched + 1 : (this.buffer[i] == MARK[0]) ? 1 : 0;
					if (matched == MARK.length) {
						this.addresses++;
						matched = 0;
					}
				}
			}
		}
	}

	/**
	 * An answer that nobody has read yet; it must be a good one.
	 */
	InputStream get(String path) throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = this.http.send(
				HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + " was answered with " + answer.statusCode());
		}
		return answer.body();
	}

	long bytes() {
		return this.bytes;
	}

	long addresses() {
		return this.addresses;
	}

}

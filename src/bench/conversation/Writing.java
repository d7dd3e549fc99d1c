import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readers who write comments below some articles, each in a name of their own.
 *
 * @param port where Warta listens
 * @param articles the articles' ids, one after the other
 * @param number how many comments were sent
 * @param accepted the ids of those that were accepted
 */
record Writing(int port, long[] articles, AtomicLong number, Queue<Long> accepted) implements Workload {

	private static final String ID = "\"id\":\"";

	static Writing of(int port, long[] articles) {
		return new Writing(port, articles, new AtomicLong(System.nanoTime()), new ConcurrentLinkedQueue<>());
	}

	@Override
	public String name() {
		return "comments by `addComment`";
	}

	@Override
	public Worker worker(int place) throws IOException {
		Client client = new Client(this.port);
		return new Worker() {

			@Override
			public void ask() throws IOException {
				int status = client.send(request(number().incrementAndGet()));
				String body = client.body();
				if (status != 200 || !body.contains("PUBLISHED")) {
					throw new IllegalStateException("addComment answered " + status + " " + body);
				}
				int start = body.indexOf(ID) + ID.length();
				String id = body.substring(start, body.indexOf('"', start));
				accepted().add(Long.parseLong(new String(Base64.getUrlDecoder().decode(id)).split(":")[1]));
			}

			@Override
			public void close() throws IOException {
				client.close();
			}

		};
	}

	/** Each comes from another address, as a proxy tells. */
	private byte[] request(long next) {
		byte[] body = mutation(next).getBytes(StandardCharsets.UTF_8);
		String head = """
				POST /graphql HTTP/1.1\r
				Host: localhost\r
				X-Forwarded-For: 10.%d.%d.%d\r
				Content-Type: application/json\r
				Content-Length: %d\r
				\r
				""".formatted(next >> 16 & 255, next >> 8 & 255, next & 255, body.length);
		byte[] request = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), head.length() + body.length);
		System.arraycopy(body, 0, request, head.length(), body.length);
		return request;
	}

	private String mutation(long next) {
		long article = this.articles[(int) (next % this.articles.length)];
		String id = Base64.getUrlEncoder().withoutPadding().encodeToString(("Article:" + article).getBytes());
		return """
				{"query":"mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id status } errors { code } } }",\
				"variables":{"input":{"articleId":"%s","name":"Pembaca","email":"p%d@warta.example",\
				"body":"Comment number %d, of middling length, as readers write them *below* articles."}}}"""
			.formatted(id, next, next);
	}

}

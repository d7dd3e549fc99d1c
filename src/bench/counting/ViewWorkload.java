import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Readers who open articles, each view another visitor's.
 *
 * @param name what it is called
 * @param port where the server listens
 * @param articles how many articles they choose from, each as often as another
 * @param status what every answer's status must be
 * @param counted what every answer's body must hold
 * @param request makes a request, of an article's place and a visitor's id
 */
record ViewWorkload(String name, int port, int articles, int status, String counted,
		BiFunction<Integer, String, byte[]> request) implements Workload {

	static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	/**
	 * A POST request.
	 */
	static byte[] post(String path, String type, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return ("""
				POST %s HTTP/1.1\r
				Host: localhost\r
				User-Agent: %s\r
				Content-Type: %s\r
				Accept: application/graphql-response+json, application/json\r
				Content-Length: %d\r
				\r
				""".formatted(path, BROWSER, type, bytes.length) + body).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public Worker worker(int number) throws IOException {
		return new Reader(new Client(this.port), new Random());
	}

	private final class Reader implements Worker {

		private final Client client;

		private final Random random;

		Reader(Client client, Random random) {
			this.client = client;
			this.random = random;
		}

		@Override
		public void ask() throws IOException {
			String visitor = "v%016x".formatted(this.random.nextLong());
			int answered = this.client.send(request().apply(this.random.nextInt(articles()), visitor));
			if (answered != status() || !this.client.body().contains(counted())) {
				throw new IllegalStateException(name() + " answered " + answered + " " + this.client.body());
			}
		}

		@Override
		public void close() throws IOException {
			this.client.close();
		}

	}

}

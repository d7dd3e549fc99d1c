import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A page that readers ask for over HTTP, or several alike. Every answer is looked at closely once; while it is measured
 * it must be the same to the byte.
 *
 * @param name what it is called
 * @param port where Warta listens
 * @param requests one for each of the pages
 * @param fingerprints those of the right answers
 */
record Page(String name, int port, byte[][] requests, long[] fingerprints) implements Workload {

	/** How much of a wrong answer is shown, in characters. */
	private static final int SHOWN = 500;

	/**
	 * A request with what its answer must be like.
	 *
	 * @param json the request
	 * @param check throws if an answer isn't right
	 */
	record Asked(String json, Consumer<Object> check) {

	}

	static Page of(String name, int port, List<Asked> asked) throws IOException {
		byte[][] requests = new byte[asked.size()][];
		long[] fingerprints = new long[asked.size()];
		try (Client client = new Client(port)) {
			for (int i = 0; i < requests.length; i++) {
				requests[i] = Client.request(asked.get(i).json());
				fingerprints[i] = checked(client, requests[i], asked.get(i));
			}
		}
		return new Page(name, port, requests, fingerprints);
	}

	private static long checked(Client client, byte[] request, Asked asked) throws IOException {
		int status = client.send(request);
		Object answer = Json.parse(client.body());
		if (status != 200 || Json.at(answer, "errors") != null) {
			throw new IllegalStateException(status + " " + start(client.body()));
		}
		asked.check().accept(Json.at(answer, "data"));
		return client.fingerprint();
	}

	private static String start(String text) {
		return (text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text;
	}

	/**
	 * The mean size of an answer's body, in bytes.
	 */
	long size() {
		long sum = 0;
		for (long fingerprint : this.fingerprints) {
			sum += fingerprint & 0xffffffffL;
		}
		return sum / this.fingerprints.length;
	}

	@Override
	public Worker worker(int number) throws IOException {
		return new Reader(new Client(this.port), new Random(number));
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
			int next = this.random.nextInt(requests().length);
			int status = this.client.send(requests()[next]);
			if (status != 200 || this.client.fingerprint() != fingerprints()[next]) {
				throw new IllegalStateException("Another answer than before: " + status + " " + start(this.client.body()));
			}
		}

		@Override
		public void close() throws IOException {
			this.client.close();
		}

	}

}

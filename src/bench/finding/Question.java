import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * Something that is asked often, with other words each time.
 *
 * @param name what it is
 * @param query the GraphQL query, with a variable {@code $text}
 * @param text makes up what is looked for
 * @param answer what each answer must hold
 */
record Question(String name, String query, Text text, String answer) {

	/**
	 * Makes up what is looked for.
	 */
	interface Text {

		String of(Random random);

	}

	/**
	 * Asks, one question after the other.
	 * @return how long each took, in ms, the shortest first
	 */
	double[] ask(Client client, int times, long seed) throws IOException {
		Random random = new Random(seed);
		double[] took = new double[times];
		for (int i = 0; i < times; i++) {
			byte[] request = Client.request("{\"query\":%s,\"variables\":{\"text\":%s}}"
				.formatted(Json.quoted(this.query), Json.quoted(this.text.of(random))));
			long start = System.nanoTime();
			int status = client.send(request);
			took[i] = (System.nanoTime() - start) / 1e6;
			if (status != 200 || !client.body().contains(this.answer) || client.body().contains("\"errors\"")) {
				throw new IllegalStateException(this.name + ": " + client.body());
			}
		}
		return Arrays.stream(took).sorted().toArray();
	}

}

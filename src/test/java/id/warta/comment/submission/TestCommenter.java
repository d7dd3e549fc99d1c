package id.warta.comment.submission;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.TestMutations;
import id.warta.comment.CommentProperties;
import id.warta.comment.CommentSecrets;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.Reader;
import id.warta.platform.secret.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/**
 * Readers who write comments, from addresses of their own.
 */
@TestComponent
public class TestCommenter {

	private static final String OWN = "id status token authorName body source revision editedAt parentId comment { body depth }";

	private final ExecutionGraphQlService graphQl;

	private final CommentSecrets secrets;

	private final CommentProperties properties;

	private final ReactiveStringRedisTemplate redis;

	TestCommenter(ExecutionGraphQlService graphQl, CommentSecrets secrets, CommentProperties properties,
			ReactiveStringRedisTemplate redis) {
		this.graphQl = graphQl;
		this.secrets = secrets;
		this.properties = properties;
		this.redis = redis;
	}

	/**
	 * Forgets how much anybody has written.
	 */
	public void forgive() {
		this.redis.delete(this.redis.scan().filter((key) -> key.startsWith("warta:flood:"))).block();
	}

	/**
	 * The token of a form that has been out for a minute.
	 */
	public String form(long article) {
		return form(article, Instant.now().minusSeconds(60));
	}

	/**
	 * The token of a form since when it is out.
	 */
	public String form(long article, Instant since) {
		return String.valueOf(
				new CommentForms(this.secrets, this.properties, InstantSource.fixed(since)).issue(article).block());
	}

	/**
	 * What tokens are signed with.
	 */
	KeyedHash hash() {
		return Objects.requireNonNull(this.secrets.hash().block());
	}

	/**
	 * What a guest sends.
	 * @param more what else, or instead: name, value and so on
	 */
	public Map<String, Object> input(long article, String email, String body, @Nullable Object... more) {
		Map<String, Object> input = new HashMap<>(Map.of("articleId", TestMutations.id("Article", article), "name",
				"Budi", "email", email, "body", body, "formToken", form(article)));
		for (int i = 0; i < more.length; i += 2) {
			input.put(String.valueOf(more[i]), more[i + 1]);
		}
		return input;
	}

	/**
	 * Sends a mutation of one's own comments.
	 */
	public TestMutations.Answer send(Viewer viewer, String address, String name, Map<String, ?> input) {
		String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
		return new TestMutations.Answer(name,
				as(viewer, address)
					.document("""
							mutation ($input: %s!) { %s(input: $input) { comment { %s }
							  errors { __typename code path message ... on RateLimited { retryAfter } } } }"""
						.formatted(type, name, OWN))
					.variable("input", input)
					.execute());
	}

	/**
	 * Sends a mutation as a reader from an address.
	 */
	public TestMutations.Answer send(String address, String name, Map<String, ?> input) {
		return send(Viewer.READER, address, name, input);
	}

	/**
	 * One's own comments, as their tokens show them.
	 */
	public List<Map<String, Object>> own(String... tokens) {
		return as(Viewer.READER, "192.0.2.1")
			.document("query ($tokens: [String!]!) { ownComments(tokens: $tokens) { %s } }".formatted(OWN))
			.variable("tokens", List.of(tokens))
			.execute()
			.path("ownComments")
			.entity(new ParameterizedTypeReference<List<Map<String, Object>>>() {
			})
			.get();
	}

	/**
	 * GraphQL as somebody sees it who comes from an address.
	 */
	public GraphQlTester as(Viewer viewer, String address) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.USER_AGENT, "Mozilla/5.0");
		Reader reader = Reader.of(headers, new InetSocketAddress(address, 4711));
		return ExecutionGraphQlServiceTester.builder(this.graphQl).configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(Viewer.class, viewer);
			input.getGraphQLContext().put(Reader.class, reader);
			return input;
		}).build();
	}

}

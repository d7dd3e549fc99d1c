package id.warta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Mutations as the staff send them: {@code name(input: …)}, whose input's type is named
 * like the mutation.
 */
@TestComponent
public class TestMutations {

	private final TestStaff staff;

	TestMutations(TestStaff staff) {
		this.staff = staff;
	}

	/**
	 * Sends a mutation.
	 * @param selection what to read of the payload besides the errors
	 */
	public Answer send(Viewer viewer, String name, Map<String, ?> input, String selection) {
		GraphQlTester.Response response = this.staff.as(viewer)
			.document(
					"mutation ($input: %s!) { %s(input: $input) { %s errors { __typename code path message ... on Conflict { currentRevision } } } }"
						.formatted(type(name), name, selection))
			.variable("input", input)
			.execute();
		return new Answer(name, response);
	}

	/**
	 * What the payload says of an input that it refuses, as {@link Answer#errors()} has
	 * it.
	 */
	public String refused(Viewer viewer, String name, Map<String, ?> input) {
		return String.join(", ", send(viewer, name, input, "__typename").errors());
	}

	private static String type(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
	}

	/**
	 * A global id.
	 */
	public static String id(String type, long id) {
		return new NodeId(type, id).toString();
	}

	/**
	 * What a mutation was answered with.
	 *
	 * @param name the mutation
	 * @param response all of the response
	 */
	public record Answer(String name, GraphQlTester.Response response) {

		/**
		 * The codes of the response's own errors.
		 */
		public List<String> failures() {
			List<String> codes = new ArrayList<>();
			this.response.errors().satisfy((errors) -> errors.stream().map(Answer::code).forEach(codes::add));
			return codes;
		}

		private static String code(ResponseError error) {
			return String.valueOf(error.getExtensions().get("code"));
		}

		/**
		 * What the payload's errors say: the code, and the path if there is one.
		 */
		public List<String> errors() {
			return all().stream().map((error) -> (error.get("code") + " " + path(error)).strip()).toList();
		}

		private static String path(Map<String, Object> error) {
			return ((List<?>) error.get("path")).stream().map(String::valueOf).collect(Collectors.joining("."));
		}

		@SuppressWarnings("unchecked")
		private List<Map<String, Object>> all() {
			return (List<Map<String, Object>>) (List<?>) this.response.path(this.name + ".errors")
				.entityList(Map.class)
				.get();
		}

		/**
		 * A field of the payload, once it is sure that there are no errors.
		 */
		public @Nullable Object field(String path) {
			if (!errors().isEmpty()) {
				throw new AssertionError(all().toString());
			}
			return this.response.path(this.name + "." + path).entity(Object.class).get();
		}

		/**
		 * The same as text.
		 */
		public String text(String path) {
			return Objects.requireNonNull(field(path)).toString();
		}

		/**
		 * The id within its type that a global one stands for.
		 */
		public long key(String path) {
			return NodeId.parse(text(path), "id").key();
		}

	}

}

package id.warta;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ResponseError;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries an operation as a reader, as everybody with a single role, and as staff without
 * one.
 */
@TestComponent
@Import(TestMutations.class)
public class RoleMatrix {

	private final TestStaff staff;

	private final TestMutations mutations;

	RoleMatrix(TestStaff staff, TestMutations mutations) {
		this.staff = staff;
		this.mutations = mutations;
	}

	/**
	 * Fails unless those with these roles, and nobody else, may run an operation. What
	 * they may run may still find its input wanting.
	 */
	public void onlyFor(Set<Role> allowed, String operation) {
		onlyFor(allowed, operation, (viewer) -> codes(viewer, operation));
	}

	/**
	 * The same for mutations, by name with their input.
	 */
	public void onlyFor(Set<Role> allowed, Map<String, Map<String, ?>> inputs) {
		inputs.forEach((name, input) -> onlyFor(allowed, name,
				(viewer) -> this.mutations.send(viewer, name, input, "__typename").failures()));
	}

	private void onlyFor(Set<Role> allowed, String operation, Function<Viewer, List<String>> codes) {
		assertThat(codes.apply(Viewer.READER)).as("a reader: %s", operation).containsExactly("UNAUTHENTICATED");
		assertThat(codes.apply(this.staff.viewer())).as("staff without a role: %s", operation)
			.containsExactly("FORBIDDEN");
		for (Role role : EnumSet.allOf(Role.class)) {
			List<String> expected = allowed.contains(role) ? List.of() : List.of("FORBIDDEN");
			assertThat(codes.apply(this.staff.viewer(role))).as("%s: %s", role, operation).isEqualTo(expected);
		}
	}

	private List<String> codes(Viewer viewer, String operation) {
		return this.staff.as(viewer)
			.document(operation)
			.execute()
			.returnResponse()
			.getErrors()
			.stream()
			.map(ResponseError::getExtensions)
			.map((extensions) -> String.valueOf(extensions.get("code")))
			.toList();
	}

}

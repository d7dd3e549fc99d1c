package id.warta;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.ResponseError;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries an operation as a reader, as everybody with a single role, and as staff without
 * one.
 */
@TestComponent
public class RoleMatrix {

	private final TestStaff staff;

	RoleMatrix(TestStaff staff) {
		this.staff = staff;
	}

	/**
	 * Fails unless those with these roles, and nobody else, may run an operation. What
	 * they may run may still find its input wanting.
	 */
	public void onlyFor(Set<Role> allowed, String operation) {
		assertThat(codes(Viewer.READER, operation)).as("a reader").containsExactly("UNAUTHENTICATED");
		assertThat(codes(this.staff.viewer(), operation)).as("staff without a role").containsExactly("FORBIDDEN");
		for (Role role : EnumSet.allOf(Role.class)) {
			List<Object> expected = allowed.contains(role) ? List.of() : List.of("FORBIDDEN");
			assertThat(codes(this.staff.viewer(role), operation)).as("%s: %s", role, operation).isEqualTo(expected);
		}
	}

	private List<Object> codes(Viewer viewer, String operation) {
		return this.staff.as(viewer)
			.document(operation)
			.execute()
			.returnResponse()
			.getErrors()
			.stream()
			.map(ResponseError::getExtensions)
			.map((extensions) -> extensions.get("code"))
			.toList();
	}

}

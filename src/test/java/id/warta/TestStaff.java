package id.warta;

import java.util.List;
import java.util.stream.Stream;

import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * People of the newsroom, and what they ask of GraphQL without signing in.
 */
@TestComponent
public class TestStaff {

	private final DatabaseClient database;

	private final ExecutionGraphQlService graphQl;

	TestStaff(DatabaseClient database, ExecutionGraphQlService graphQl) {
		this.database = database;
		this.graphQl = graphQl;
	}

	/**
	 * Somebody new with these roles.
	 */
	public Viewer viewer(Role... roles) {
		String[] names = Stream.of(roles).map(Role::name).toArray(String[]::new);
		long id = this.database.sql("""
				insert into staff (email, name, roles)
				values (gen_random_uuid() || '@warta.example', 'Staff', :roles) returning id""")
			.bind("roles", names)
			.mapValue(Long.class)
			.one()
			.block();
		return Viewer.of(id, "Staff " + id, List.of(roles));
	}

	/**
	 * GraphQL as somebody sees it.
	 */
	public GraphQlTester as(Viewer viewer) {
		return ExecutionGraphQlServiceTester.builder(this.graphQl).configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(Viewer.class, viewer);
			return input;
		}).build();
	}

}

package id.warta;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
	 * What a reader is answered.
	 */
	public GraphQlTester.Response read(String document) {
		return as(Viewer.READER).document(document).execute();
	}

	/**
	 * Where an address leads readers: the kind of route, and the address that it moved
	 * to, if it did.
	 */
	public String route(String path) {
		Map<?, ?> route = read("{ route(path: \"%s\") { __typename ... on MovedRoute { to } } }".formatted(path))
			.path("route")
			.entity(Map.class)
			.get();
		return route.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
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

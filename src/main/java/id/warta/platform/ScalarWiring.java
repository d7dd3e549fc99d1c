package id.warta.platform;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;

import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/**
 * The schema's scalars.
 */
@Component
class ScalarWiring implements RuntimeWiringConfigurer {

	@Override
	public void configure(RuntimeWiring.Builder builder) {
		builder.scalar(time(ExtendedScalars.DateTime))
			.scalar(time(ExtendedScalars.Date))
			.scalar(ExtendedScalars.GraphQLLong)
			.scalar(ExtendedScalars.Json)
			.scalar(ExtendedScalars.Locale)
			.scalar(text("Url"));
	}

	private static GraphQLScalarType time(GraphQLScalarType library) {
		return GraphQLScalarType.newScalar(library).coercing(new TimeCoercing(library.getCoercing())).build();
	}

	/**
	 * A scalar that is text to us: addresses may be relative, which the library's own
	 * refuses.
	 */
	private static GraphQLScalarType text(String name) {
		return GraphQLScalarType.newScalar().name(name).coercing(graphql.Scalars.GraphQLString.getCoercing()).build();
	}

}

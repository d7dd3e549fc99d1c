package id.warta.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/**
 * The schema's scalars.
 */
@Component
class ScalarWiring implements RuntimeWiringConfigurer {

	@Override
	public void configure(RuntimeWiring.Builder builder) {
		builder.scalar(dateTime())
			.scalar(ExtendedScalars.Date)
			.scalar(ExtendedScalars.GraphQLLong)
			.scalar(ExtendedScalars.Json)
			.scalar(ExtendedScalars.Locale)
			.scalar(text("Url"));
	}

	/** The library's own, which doesn't know of instants. */
	private static GraphQLScalarType dateTime() {
		Coercing<?, ?> library = ExtendedScalars.DateTime.getCoercing();
		return GraphQLScalarType.newScalar(ExtendedScalars.DateTime).coercing(new Coercing<Object, Object>() {

			@Override
			public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
				return library.serialize((value instanceof Instant instant) ? instant.atOffset(ZoneOffset.UTC) : value,
						context, locale);
			}

			@Override
			public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
				return library.parseValue(input, context, locale);
			}

			@Override
			public @Nullable Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context,
					Locale locale) {
				return library.parseLiteral(input, variables, context, locale);
			}

		}).build();
	}

	/**
	 * A scalar that is text to us: addresses may be relative, which the library's own
	 * refuses.
	 */
	private static GraphQLScalarType text(String name) {
		return GraphQLScalarType.newScalar().name(name).coercing(graphql.Scalars.GraphQLString.getCoercing()).build();
	}

}

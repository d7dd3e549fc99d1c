package id.warta.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import org.jspecify.annotations.Nullable;

/**
 * Times and days as the library has them, which doesn't know of instants. Those that
 * clients give are of the years that clients and PostgreSQL can read.
 */
class TimeCoercing implements Coercing<Object, Object> {

	private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

	private static final String REFUSAL = "The year must be between 1 and 9999, in UTC";

	private final Coercing<?, ?> library;

	TimeCoercing(Coercing<?, ?> library) {
		this.library = library;
	}

	@Override
	public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
		return this.library.serialize((value instanceof Instant instant) ? instant.atOffset(ZoneOffset.UTC) : value,
				context, locale);
	}

	@Override
	public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
		Object parsed = this.library.parseValue(input, context, locale);
		if (!isKnown(parsed)) {
			throw CoercingParseValueException.newCoercingParseValueException().message(REFUSAL).build();
		}
		return parsed;
	}

	@Override
	public @Nullable Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context,
			Locale locale) {
		Object parsed = this.library.parseLiteral(input, variables, context, locale);
		if (!isKnown(parsed)) {
			throw CoercingParseLiteralException.newCoercingParseLiteralException().message(REFUSAL).build();
		}
		return parsed;
	}

	private static boolean isKnown(@Nullable Object parsed) {
		if (parsed instanceof OffsetDateTime time) {
			return isKnown(time.toInstant());
		}
		return !(parsed instanceof LocalDate day) || isKnown(day.atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	private static boolean isKnown(Instant moment) {
		return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
	}

}

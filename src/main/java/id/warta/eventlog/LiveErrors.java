package id.warta.eventlog;

import java.util.LinkedHashMap;
import java.util.Map;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;

import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * What clients see of a stream's end.
 */
@ControllerAdvice
class LiveErrors {

	@GraphQlExceptionHandler
	GraphQLError streamEnded(StreamEndedException end) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", end.code());
		extensions.put("cursor", end.cursor().toString());
		EventCursor oldest = end.oldestCursor();
		if (oldest != null) {
			extensions.put("oldestCursor", oldest.toString());
		}
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message("%s", end.getMessage())
			.extensions(extensions)
			.build();
	}

}

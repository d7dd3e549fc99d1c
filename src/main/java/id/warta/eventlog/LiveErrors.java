package id.warta.eventlog;

import graphql.GraphQLError;

import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * What clients see of a stream's end.
 */
@ControllerAdvice
class LiveErrors {

	@GraphQlExceptionHandler
	GraphQLError streamEnded(StreamEndedException end) {
		return end.error();
	}

}

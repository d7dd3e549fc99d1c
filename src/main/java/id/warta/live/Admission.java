package id.warta.live;

import java.util.List;

import graphql.GraphQLError;
import id.warta.eventlog.LogPlace;

import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * What becomes of a request.
 */
public sealed interface Admission {

	/**
	 * It was a query or a mutation, or was refused by the engine.
	 *
	 * @param response the one answer
	 */
	record Answered(WebGraphQlResponse response) implements Admission {

	}

	/**
	 * It was a subscription that can't be told anything.
	 *
	 * @param errors why
	 */
	record Refused(List<GraphQLError> errors) implements Admission {

	}

	/**
	 * It was a subscription.
	 *
	 * @param stream what to join
	 * @param from where to begin
	 */
	record Admitted(SharedStream stream, LogPlace from) implements Admission {

	}

}

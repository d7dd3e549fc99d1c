package id.warta.live;

import java.util.List;

import graphql.GraphQLError;
import id.warta.eventlog.StreamEndedException;
import id.warta.platform.failure.GraphQlErrors;

import org.springframework.graphql.execution.SubscriptionPublisherException;

/**
 * What clients see of whatever keeps a subscription from being told.
 */
final class StreamErrors {

	private StreamErrors() {
	}

	static List<GraphQLError> of(Throwable failure) {
		if (failure instanceof SubscriptionPublisherException known) {
			return known.getErrors();
		}
		return List.of((failure instanceof StreamEndedException end) ? end.error() : GraphQlErrors.of(failure));
	}

}

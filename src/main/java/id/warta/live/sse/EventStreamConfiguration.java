package id.warta.live.sse;

import id.warta.live.Clients;
import id.warta.live.Subscriptions;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Puts the handler into the framework's place for it, and where that has none: at GET.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EventStreamConfiguration {

	@Bean
	EventStreamHandler graphQlSseHandler(WebGraphQlHandler handler, Subscriptions subscriptions, Clients clients,
			EventStreams streams) {
		return new EventStreamHandler(handler, subscriptions, clients, streams);
	}

	/** Before what refuses all but POST. */
	@Bean
	@Order(-2)
	RouterFunction<ServerResponse> eventSource(GraphQlProperties properties, EventStreamHandler handler) {
		return RouterFunctions.route(
				RequestPredicates.GET(properties.getHttp().getPath())
					.and(RequestPredicates
						.headers((headers) -> headers.accept().contains(MediaType.TEXT_EVENT_STREAM))),
				handler::handleGet);
	}

}

package id.warta.platform.http;

import java.util.List;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Puts Warta's own parts into the places that the frameworks have for them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({ EdgeProperties.class, ReceiveLimits.class })
class HttpConfiguration {

	/** What pages that use the API import from here. */
	private static final String CLIENT = "/warta-live.js";

	/** Where pages tell what is read. */
	private static final String BEACONS = "/views/";

	@Bean
	GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler) {
		return new AnswerHandler(handler);
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> refusals(GraphQlProperties properties) {
		return Refusals.at(properties.getHttp().getPath());
	}

	@Bean
	@Order(-2)
	HttpErrors httpErrors(HttpRefusals refusals) {
		return new HttpErrors(refusals);
	}

	/** Rules HTTP and the WebSockets' handshakes alike. */
	@Bean
	CorsConfiguration origins(EdgeProperties properties) {
		CorsConfiguration origins = new CorsConfiguration();
		origins.setAllowedOriginPatterns(properties.allowedOrigins());
		origins.setAllowedMethods(List.of("GET", "POST"));
		origins.addAllowedHeader(CorsConfiguration.ALL);
		return origins;
	}

	/** Ahead of all others: nothing is done for a page that may not ask. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	CorsWebFilter originFilter(CorsConfiguration origins, GraphQlProperties graphQl) {
		Set<String> paths = Set.of(graphQl.getHttp().getPath(), CLIENT);
		return new CorsWebFilter((exchange) -> {
			String path = exchange.getRequest().getPath().value();
			return (paths.contains(path) || path.startsWith(BEACONS)) ? origins : null;
		});
	}

	/** WebFlux looks for it by this name. */
	@Bean
	TrustedProxies forwardedHeaderTransformer(EdgeProperties properties) {
		return new TrustedProxies(properties.proxies());
	}

	@Bean
	NettyServerCustomizer slowness(ReceiveLimits limits) {
		return (server) -> server
			.doOnChannelInit((observer, channel, address) -> new RequestDeadline(limits).addTo(channel));
	}

}

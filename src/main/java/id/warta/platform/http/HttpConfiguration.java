package id.warta.platform.http;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(EdgeProperties.class)
class HttpConfiguration {

	@Bean
	GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler) {
		return new WartaHttpHandler(handler);
	}

	/** WebFlux looks for it by this name. */
	@Bean
	ForwardedHeaderTransformer forwardedHeaderTransformer(EdgeProperties properties) {
		return new TrustedProxies(properties.proxies());
	}

}

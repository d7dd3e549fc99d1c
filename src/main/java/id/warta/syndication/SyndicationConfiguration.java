package id.warta.syndication;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class SyndicationConfiguration {

	@Bean
	@ConditionalOnWebApplication
	RouterFunction<ServerResponse> syndication(FeedRoutes feeds) {
		return feeds.routes();
	}

}

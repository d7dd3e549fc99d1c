package id.warta.viewcount;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewProperties.class)
class ViewConfiguration {

	@Bean
	@ConditionalOnWebApplication
	RouterFunction<ServerResponse> beacon(Readings readings) {
		return RouterFunctions.route().POST("/views/{slug}", new Beacon(readings)::record).build();
	}

}

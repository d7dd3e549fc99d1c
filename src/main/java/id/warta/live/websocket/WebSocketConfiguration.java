package id.warta.live.websocket;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

import reactor.netty.NettyPipeline;

/**
 * Puts the handshake into the web server's connections, ahead of all that serves HTTP.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSocketConfiguration {

	@Bean
	NettyServerCustomizer webSockets(GraphQlProperties properties, CorsConfiguration origins,
			ForwardedHeaderTransformer proxies, WebSocketServer server) {
		WebSocketUpgrade upgrade = new WebSocketUpgrade(properties.getHttp().getPath(), origins, proxies, server);
		return (http) -> http.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addBefore(NettyPipeline.HttpTrafficHandler, WebSocketUpgrade.class.getSimpleName(), upgrade));
	}

}

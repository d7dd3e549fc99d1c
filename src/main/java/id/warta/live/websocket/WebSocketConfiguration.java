package id.warta.live.websocket;

import id.warta.live.ConnectionProperties;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import reactor.netty.NettyPipeline;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

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

	/**
	 * Where the system can do so, it gives up a connection of whatever kind on which
	 * nobody has confirmed what was sent, after the time in which a client of ours would
	 * have been taken for dead. Else that takes a quarter of an hour.
	 */
	@Bean
	NettyServerCustomizer deadPeers(ConnectionProperties properties) {
		return (http) -> LoopResources.hasNativeSupport() && Epoll.isAvailable()
				? http.childOption(EpollChannelOption.TCP_USER_TIMEOUT, (int) properties.deadAfter().toMillis()) : http;
	}

}

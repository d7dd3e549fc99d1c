package id.warta.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients with connections that stay may take up.
 *
 * @param connectionsPerClient how many WebSockets and event streams a client address may
 * have. Behind a proxy that {@code warta.proxies} doesn't name, all clients have its
 * address
 * @param operationsPerClient how many operations it may have on them
 * @param operationsPerConnection how many operations may be live on one WebSocket
 * @param messageSize how large a client's message may be
 * @param initTimeout how long a client may take for {@code connection_init}, in whole
 * seconds
 */
@ConfigurationProperties("warta.limits")
public record LiveLimits(@DefaultValue("1000") int connectionsPerClient, @DefaultValue("10000") int operationsPerClient,
		@DefaultValue("500") int operationsPerConnection, @DefaultValue("256KB") DataSize messageSize,
		@DefaultValue("10s") Duration initTimeout) {

}

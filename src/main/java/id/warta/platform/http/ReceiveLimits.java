package id.warta.platform.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How slow a client may be.
 *
 * @param headTimeout how long it may take from the connection, or the answer before,
 * until a request's head has come in
 * @param bodyTimeout how long the body may take from there
 * @param pauseTimeout how long it may pause within the body
 */
@ConfigurationProperties("warta.limits")
record ReceiveLimits(@DefaultValue("60s") Duration headTimeout, @DefaultValue("30s") Duration bodyTimeout,
		@DefaultValue("10s") Duration pauseTimeout) {

}

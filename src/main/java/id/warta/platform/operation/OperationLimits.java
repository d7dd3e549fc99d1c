package id.warta.platform.operation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients may take up.
 *
 * @param timeout how long a query or a mutation may take, and a subscription until it has
 * begun
 */
@ConfigurationProperties("warta.limits")
record OperationLimits(@DefaultValue("10s") Duration timeout) {

}

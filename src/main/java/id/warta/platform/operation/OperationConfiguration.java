package id.warta.platform.operation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * What stands around each operation, from the outside in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(OperationLimits.class)
class OperationConfiguration {

	@Bean
	@Order(1)
	OperationEnd operationEnd(OperationLimits limits) {
		return new OperationEnd(limits.timeout());
	}

}

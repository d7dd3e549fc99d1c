package id.warta.platform;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock, which tests pin.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	@Bean
	InstantSource clock() {
		return InstantSource.system();
	}

}

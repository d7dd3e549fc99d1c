package id.warta.platform.secret;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretProperties.class)
class SecretConfiguration {

	@Bean
	Wrapping wrapping(SecretProperties properties) {
		return Wrapping.by(properties.key());
	}

}

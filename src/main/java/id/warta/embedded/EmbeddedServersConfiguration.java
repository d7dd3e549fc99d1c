package id.warta.embedded;

import java.io.IOException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the servers that no connection property names. The clients hang on these beans,
 * and so are gone before the servers stop.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedProperties.class)
class EmbeddedServersConfiguration {

	@Bean
	@Conditional(OnNoPostgres.class)
	EmbeddedPostgres embeddedPostgres(EmbeddedProperties properties) throws IOException {
		return new EmbeddedPostgres(DataFolder.at(properties.data()));
	}

	@Bean
	@Conditional(OnNoRedis.class)
	EmbeddedRedis embeddedRedis(EmbeddedProperties properties) throws IOException {
		return new EmbeddedRedis(DataFolder.at(properties.data()));
	}

}
